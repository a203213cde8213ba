import { type ChildProcess, spawn, type StdioOptions } from 'node:child_process';
import { createWriteStream, openSync, readFileSync } from 'node:fs';

export interface ProcessOptions {
  readonly name: string;
  /** Script and arguments for Node. */
  readonly command: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** File that gets all it writes. */
  readonly log: string;
}

/**
 * One process of the house. It runs apart from the terminal, so that Ctrl-C reaches only whoever started it and all are
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

  static start({ name, command, env, log }: ProcessOptions): StackProcess {
    const out = openSync(log, 'a');
    const stdio: StdioOptions = ['ignore', 'pipe', out, 'ipc'];
    const child = spawn(process.execPath, ['--enable-source-maps', ...command], { env, stdio, detached: true });
    child.stdout?.pipe(createWriteStream(log, { flags: 'a' }));
    return new StackProcess(name, child, log);
  }

  /** The first line it writes to standard output: how the peers say that they are ready. */
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

  /** Resolves when it sends a message over its IPC channel. */
  message(): Promise<unknown> {
    return this.orEnd(new Promise((resolve) => this.child.once('message', resolve)));
  }

  /** Resolves when the address answers with success. */
  answers(url: string): Promise<void> {
    return this.orEnd(untilSuccess(url));
  }

  async stop(): Promise<void> {
    this.child.kill('SIGTERM');
    const timer = setTimeout(() => this.child.kill('SIGKILL'), 8_000);
    await this.ended;
    clearTimeout(timer);
  }

  /** Passes a result on, unless the process ends first. */
  private async orEnd<T>(result: Promise<T>): Promise<T> {
    const early = this.ended.then((code) => {
      throw new Error(`${this.name} ended before it was ready (status ${String(code)}):\n${lastLines(this.log)}`);
    });
    return Promise.race([result, early]);
  }
}

async function untilSuccess(url: string): Promise<void> {
  for (;;) {
    const isReady = await fetch(url).then(
      (response) => response.ok,
      () => false,
    );
    if (isReady) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

function lastLines(file: string): string {
  return readFileSync(file, 'utf8').trim().split('\n').slice(-20).join('\n');
}
