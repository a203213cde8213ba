import { CommandError } from './command.error.ts';

/** A file was refused as a whole. */
export function nothingImported(faults: readonly string[]): CommandError {
  return new CommandError(['Nothing was imported.', ...faults].join('\n'));
}
