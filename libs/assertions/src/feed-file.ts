import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { decoded, type Encoding } from './decode.ts';
import { FeedFileError } from './feed-file.error.ts';

/** One line of an export: where it begins in the file, and its cells. */
export interface FeedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** An HR export on disk, read as a stream, however large it is. */
export class FeedFile {
  readonly name: string;

  constructor(
    private readonly file: string,
    private readonly encoding?: Encoding,
  ) {
    this.name = path.basename(file);
  }

  /** SHA-256 of the bytes, hex. Reads the whole file once, so a wrong encoding is found before anything is taken. */
  async hash(): Promise<string> {
    const hash = createHash('sha256');
    for await (const text of this.text()) hash.update(text);
    return hash.digest('hex');
  }

  /** The lines with anything in them, the header first. @throws FeedFileError when quotes do not close */
  async *lines(): AsyncGenerator<FeedLine> {
    const text = this.text();
    const first = await text.next();
    if (first.done === true || first.value.trim() === '') throw new FeedFileError(['The file is empty.']);
    const parser = parse({ ...FORMAT, delimiter: delimiterOf(first.value) });
    const parsed = Readable.from(chain(first.value, text)).compose(parser) as AsyncIterable<Parsed>;
    try {
      for await (const { record, info } of parsed) yield { line: info.lines, cells: record };
    } catch (error) {
      throw error instanceof CsvError ? new FeedFileError([`The file is not a CSV file: ${error.message}`]) : error;
    }
  }

  private async *text(): AsyncGenerator<string> {
    try {
      yield* decoded(createReadStream(this.file), this.encoding);
    } catch (error) {
      if (Error.isError(error) && 'code' in error && ['ENOENT', 'EACCES', 'EISDIR'].includes(String(error.code))) {
        throw new FeedFileError([`The file ${this.file} cannot be read (${String(error.code)}).`]);
      }
      throw error;
    }
  }
}

interface Parsed {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

const FORMAT = {
  info: true,
  bom: true,
  trim: true,
  relax_column_count: true,
  skip_empty_lines: true,
  skip_records_with_empty_values: true,
  max_record_size: 1_000_000,
} as const;

/** Semicolons, tabs or commas: whichever the header has most of. */
function delimiterOf(text: string): string {
  const [header = ''] = text.split('\n');
  const count = (delimiter: string): number => header.split(delimiter).length;
  return [',', ';', '\t'].toSorted((a, b) => count(b) - count(a))[0] ?? ',';
}

async function* chain(first: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield first;
  yield* rest;
}
