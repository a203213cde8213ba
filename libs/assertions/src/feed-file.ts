import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import type { Encoding } from './decode.ts';
import { FeedFileError } from './feed-file.error.ts';
import { FileText } from './file-text.ts';

/** One line of an export: where it begins in the file, and its cells. */
export interface FeedLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** An HR export on disk, read as a stream, however large it is. */
export class FeedFile {
  private readonly text: FileText;

  constructor(file: string, encoding?: Encoding) {
    this.text = new FileText(file, encoding);
  }

  get name(): string {
    return this.text.name;
  }

  hash(): Promise<string> {
    return this.text.hash();
  }

  /** The lines with anything in them, the header first. @throws FeedFileError when quotes do not close */
  async *lines(): AsyncGenerator<FeedLine> {
    const text = this.text.chunks();
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
