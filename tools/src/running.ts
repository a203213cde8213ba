import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import type { Addresses } from './stack/addresses.ts';

/** A stack that runs from this checkout. */
export interface Running {
  readonly pid: number;
  /** Absent while it is being started. */
  readonly addresses?: Addresses;
}

/** The note of the stack that runs from this checkout, so that a second start does not disturb the first. */
export class RunningNote {
  private readonly file: string;

  constructor(file: string) {
    this.file = file;
  }

  /** @returns undefined when none runs: a note whose process is gone was left behind by a killed one */
  read(): Running | undefined {
    if (!existsSync(this.file)) return undefined;
    const note = JSON.parse(readFileSync(this.file, 'utf8')) as Running;
    return isOurs(note.pid) ? note : undefined;
  }

  write(addresses?: Addresses): void {
    writeFileSync(this.file, JSON.stringify({ pid: process.pid, addresses }));
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }
}

/** Whether the process lives and is such a start, and not another one that was given the same number since. */
function isOurs(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return process.platform !== 'linux' || readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('start.ts');
  } catch {
    return false;
  }
}
