import { type ChildProcess, spawn } from 'node:child_process';

/** One of the product's apps as an operator starts it: with nothing but its environment, in a folder of its own. */
export class OwnProcess {
  private text = '';
  private readonly child: ChildProcess;
  /** Exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(folder: string, command: readonly string[], env: Readonly<Record<string, string>>) {
    this.child = spawn(process.execPath, command, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** All it has written so far. */
  get output(): string {
    return this.text;
  }

  /** What it says when it is ready. @throws with its output when it ends before */
  async isReady(): Promise<{ readonly url?: string }> {
    const early = this.ended.then((status): never => {
      throw new Error(`It ended with status ${String(status)}:\n${this.text}`);
    });
    const ready = new Promise<{ url?: string }>((resolve) => this.child.once('message', resolve));
    return Promise.race([ready, early]);
  }

  async stop(): Promise<number | null> {
    this.child.kill('SIGTERM');
    return this.ended;
  }
}
