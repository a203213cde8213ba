import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** `npm start` in this checkout, with data of its own, as a newcomer without a terminal runs it. */
export class NpmStart {
  private text = '';
  private readonly child: ChildProcess;
  /** Exit status; null when a signal ended it. */
  readonly ended: Promise<number | null>;

  constructor(data: string, env: Readonly<Record<string, string>> = {}) {
    const { PATH, HOME } = process.env;
    this.child = spawn('npm', ['start'], {
      cwd: ROOT,
      env: { PATH, HOME, LIGATURE_DATA: data, ...env },
      detached: true,
    });
    this.child.stdout?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.child.stderr?.on('data', (chunk: Buffer) => (this.text += chunk.toString()));
    this.ended = new Promise((resolve) => this.child.once('close', resolve));
  }

  /** All it has written so far. */
  get output(): string {
    return this.text;
  }

  /** Waits for the table of addresses. @throws with the output when it ends before */
  async isReady(): Promise<void> {
    const until = 'Ctrl-C stops everything.';
    const written = new Promise<void>((resolve) => {
      const look = (): void => {
        if (this.text.includes(until)) resolve();
      };
      this.child.stdout?.on('data', look);
      look();
    });
    const early = this.ended.then((status) => {
      if (!this.text.includes(until)) throw new Error(`It ended with status ${String(status)}:\n${this.text}`);
    });
    await Promise.race([written, early]);
  }

  /** An address of the table, by its label. */
  address(label: string): string {
    const line = this.text.split('\n').find((text) => text.trim().startsWith(label));
    if (line === undefined) throw new Error(`No ${label} in:\n${this.text}`);
    return line.trim().slice(label.length).trim();
  }

  /** Ctrl-C reaches the whole group of the terminal, npm included. @returns the exit status */
  async interrupt(signal: NodeJS.Signals = 'SIGINT'): Promise<number | null> {
    if (this.child.pid !== undefined && this.child.exitCode === null) process.kill(-this.child.pid, signal);
    return this.ended;
  }
}
