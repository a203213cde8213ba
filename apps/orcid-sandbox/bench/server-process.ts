import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

const MAIN = new URL('../dist/main.js', import.meta.url).pathname;
const SAMPLE_MS = 250;

/** The program as an operator starts it, with an eye on its memory. */
export class ServerProcess {
  #peakMegabytes = 0;
  readonly #sampler: NodeJS.Timeout;

  readonly #child: ChildProcess;
  readonly #stdout: Readable;

  private constructor(child: ChildProcess, stdout: Readable) {
    this.#child = child;
    this.#stdout = stdout;
    this.#sampler = setInterval(() => {
      this.#peakMegabytes = Math.max(this.#peakMegabytes, this.megabytes());
    }, SAMPLE_MS);
  }

  static start(settings: string): ServerProcess {
    const child = spawn(process.execPath, [MAIN, '--settings', settings], { stdio: ['ignore', 'pipe', 'inherit'] });
    return new ServerProcess(child, child.stdout);
  }

  /** The public base address of the member API, once it answers. */
  async ready(): Promise<string> {
    for await (const line of createInterface(this.#stdout)) return (JSON.parse(line) as { api: string }).api;
    throw new Error('the server ended before it was ready');
  }

  get peakMegabytes(): number {
    return this.#peakMegabytes;
  }

  async stop(): Promise<void> {
    clearInterval(this.#sampler);
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  /** What it has used of a processor so far: tells of the program, whatever else the machine is busy with. */
  processorSeconds(): number {
    const stat = readFileSync(`/proc/${String(this.#child.pid)}/stat`, 'utf8');
    // After the name in brackets: utime and stime are the 12th and 13th, in hundredths of a second (man 5 proc).
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? NaN) + (system ?? NaN)) / 100;
  }

  megabytes(): number {
    return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(this.#child.pid)], { encoding: 'utf8' })) / 1024;
  }
}
