import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { createWriteStream, openSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface ProcessOptions {
  readonly name: string;
  /** Script and arguments for Node. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** File that gets all it writes. */
  readonly log: string;
  /** Whether it stays in the process group of whoever starts it, and can be killed with it; else it is apart from it. */
  readonly isOfGroup?: boolean | undefined;
}

/** Compiled code, kept between the many processes of a stack: a fifth less work for each start. */
const COMPILE_CACHE = path.resolve(import.meta.dirname, '../../../node_modules/.cache/compile');

/**
 * One process of a stack. Usually it runs apart from the terminal, so that Ctrl-C reaches only whoever started it and all are
 * stopped in order; and it stops by itself when whoever started it is gone, for its IPC channel closes then.
 */
export class StackProcess {
  readonly name: string;
  private readonly child: ChildProcess;
  private readonly log: string;
  /** Its exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;

  private constructor(name: string, child: ChildProcess, log: string) {
    this.name = name;
    this.child = child;
    this.log = log;
    this.ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
  }

  static start({ name, command, env, log, isOfGroup = false }: ProcessOptions): StackProcess {
    const out = openSync(log, 'a');
    const stdio: StdioOptions = ['ignore', 'pipe', out, 'ipc'];
    const child = spawn(process.execPath, ['--enable-source-maps', ...command], {
      env: { PATH: process.env['PATH'] ?? '', NODE_COMPILE_CACHE: COMPILE_CACHE, ...env },
      stdio,
      detached: !isOfGroup,
    });
    child.stdout?.pipe(createWriteStream(log, { flags: 'a' }));
    return new StackProcess(name, child, log);
  }

  /** The first line it writes to standard output: how the simulators say where they are. */
  firstLine(): Promise<string> {
    return this.orEnd(
      new Promise((resolve) => {
        let text = '';
        this.child.stdout?.on('data', (chunk: Buffer) => {
          text += chunk.toString();
          if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')));
        });
      }),
    );
  }

  /** The next message over its IPC channel: how the product's own processes say that they are ready, and where. */
  message(): Promise<unknown> {
    return this.orEnd(new Promise((resolve) => this.child.once('message', resolve)));
  }

  send(message: object): void {
    this.child.send(message);
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
    await this.ended;
    clearTimeout(timer);
  }

  /** Ends it at once, with whatever it is doing. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  /** Passes a result on, unless the process ends first. */
  private async orEnd<T>(result: Promise<T>): Promise<T> {
    const early = this.ended.then((code) => {
      throw new Error(`${this.name} ended before it was ready (status ${String(code)}):\n${lastLines(this.log)}`);
    });
    return Promise.race([result, early]);
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-20).join('\n');
}
