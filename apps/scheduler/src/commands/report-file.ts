import { closeSync, openSync, writeSync } from 'node:fs';
import { access, constants, open } from 'node:fs/promises';
import path from 'node:path';
import type { RowReport } from '@ligature/assertions';
import { csvLine } from './csv-line.ts';
import { CommandError } from './command.error.ts';

/**
 * What became of every row, one line each. It is begun with the first row: a run that reads none leaves the report of an
 * earlier one. Written at once and not by a stream, so that a row that cannot be reported is not imported either.
 */
export class ReportFile {
  private descriptor: number | undefined;

  constructor(private readonly file: string) {}

  /** @throws CommandError when it could not be written; nothing of it is changed */
  async demandWritable(): Promise<void> {
    try {
      await (await open(this.file, 'r+')).close();
    } catch (error) {
      const isNew = codeOf(error) === 'ENOENT' && (await isWritable(path.dirname(this.file)));
      if (!isNew) throw this.unwritable(error);
    }
  }

  /** @throws CommandError when it cannot be written */
  add(row: RowReport): void {
    try {
      this.descriptor ??= begin(this.file, row.place);
      writeSync(this.descriptor, csvLine(cellsOf(row)));
    } catch (error) {
      throw this.unwritable(error);
    }
  }

  close(): void {
    if (this.descriptor !== undefined) closeSync(this.descriptor);
    this.descriptor = undefined;
  }

  private unwritable(error: unknown): CommandError {
    return new CommandError(
      `--report: ${this.file} cannot be written (${codeOf(error)}). Nothing was imported. Name a file in a folder that exists.`,
    );
  }
}

function begin(file: string, place: RowReport['place']): number {
  const descriptor = openSync(file, 'w');
  writeSync(descriptor, `${place},staff id,job id,became,reasons\n`);
  return descriptor;
}

function isWritable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}

function codeOf(error: unknown): string {
  return Error.isError(error) && 'code' in error ? String(error.code) : String(error);
}

function cellsOf({ line, staffId, jobId, became, reasons }: RowReport): string[] {
  return [String(line), staffId ?? '', jobId ?? '', became, reasons.join(' ')];
}
