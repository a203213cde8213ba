import path from 'node:path';
import { type ProcessOptions, StackProcess } from './process.ts';

/** What a command left behind. */
export interface CommandResult {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** A command ended with another status than 0. */
export class CommandFailedError extends Error {
  override readonly name = 'CommandFailedError';
  readonly stderr: string;

  constructor(command: readonly string[], { status, stderr }: CommandResult) {
    super(`scheduler ${command.join(' ')} ended with ${status}:\n${stderr}`);
    this.stderr = stderr;
  }
}

/**
 * The operator's command line of a stack: the scheduler's own commands, all in one process. To start Node and load the
 * scheduler takes ten times what most commands take.
 */
export class CommandLine {
  private readonly options: Omit<ProcessOptions, 'name' | 'command'>;
  private process: StackProcess | undefined;
  private last: Promise<unknown> = Promise.resolve();

  constructor(options: Omit<ProcessOptions, 'name' | 'command'>) {
    this.options = options;
  }

  /** Runs one command after those before it. @returns its standard output @throws {CommandFailedError} */
  run(...command: string[]): Promise<string> {
    const result = this.last.then(() => this.runNow(command));
    this.last = result.catch(() => undefined);
    return result;
  }

  async stop(): Promise<void> {
    await this.process?.stop();
    this.process = undefined;
  }

  async kill(): Promise<void> {
    await this.process?.kill();
    this.process = undefined;
  }

  private async runNow(command: string[]): Promise<string> {
    this.process ??= StackProcess.start({ ...this.options, name: 'command line', command: [SCRIPT] });
    this.process.send({ command });
    const result = (await this.process.message()) as CommandResult;
    if (result.status !== 0) throw new CommandFailedError(command, result);
    return result.stdout;
  }
}

const SCRIPT = path.join(import.meta.dirname, 'command-line-process.ts');
