import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { type Readable } from 'node:stream';

const MAIN = new URL('../dist/main.js', import.meta.url).pathname;

/** The program as an operator starts it, with what Linux knows of its memory and its processor time (man 5 proc). */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #stdout: Readable;

  private constructor(child: ChildProcess, stdout: Readable) {
    this.#child = child;
    this.#stdout = stdout;
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

  /** The most memory it has had so far. */
  peakMebibytes(): number {
    return Number(/^VmHWM:\s+(\d+) kB$/m.exec(this.#proc('status'))?.[1]) / 1024;
  }

  /** What it has used of a processor so far: tells of the program, whatever else the machine is busy with. */
  processorSeconds(): number {
    const stat = this.#proc('stat');
    // After the name in brackets, utime and stime are the 12th and 13th, in hundredths of a second.
    const [user, system] = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .slice(11, 13)
      .map(Number);
    return ((user ?? NaN) + (system ?? NaN)) / 100;
  }

  async stop(): Promise<void> {
    this.#child.kill('SIGTERM');
    await once(this.#child, 'exit');
  }

  #proc(file: 'stat' | 'status'): string {
    return readFileSync(`/proc/${String(this.#child.pid)}/${file}`, 'utf8');
  }
}
