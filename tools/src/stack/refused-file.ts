import { CommandFailedError } from './command-line.ts';

/** A file of people's own that the product did not take. */
export interface RefusedFile {
  /** The command that was refused: its name, the file, options. */
  readonly command: readonly string[];
  /** What the command said. */
  readonly reason: string;
}

/** What a failed import says of a file that was read and refused as a whole. @returns undefined of any other failure */
export function refusalOf(command: readonly string[], error: unknown): RefusedFile | undefined {
  const isRefusal = error instanceof CommandFailedError && error.stderr.startsWith('Nothing was imported.');
  return isRefusal ? { command, reason: error.stderr } : undefined;
}
