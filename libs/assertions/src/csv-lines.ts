import { type CsvDialect, dialectOf } from './csv-dialect.ts';
import { type CsvRecord, CsvRecords } from './csv-record.ts';
import { FeedFileError } from './feed-file.error.ts';
import type { RowFault } from './feed-row.ts';
import { GrowingText } from './growing-text.ts';
import { beforeSwallowed } from './swallowed-rows.ts';
import type { TableRow } from './table.ts';

export const STRAY_QUOTE: RowFault = {
  cause: 'quote that stands wrong',
  reason:
    'A quote of this row opens or closes where it cannot, so the row cannot be read. Put the whole text in quotes, and write each quote of the text itself twice ("").',
};

/** A record longer than this is none: a quote does not close, or it is no CSV file. */
const LONGEST = 1_000_000;

/**
 * The records of a CSV text, each by the line in which it begins, read as it comes. A record with a stray quote is broken, and no more than its first line is
 * given up: a quote that was left open would else take the rows below with it.
 * @throws FeedFileError when a quote never closes: nobody can say which rows it swallowed
 */
export async function* csvLines(chunks: AsyncIterable<string>): AsyncGenerator<TableRow> {
  const text = new GrowingText(chunks);
  const { separator, headerAt, headerLine } = await dialectIn(text);
  const records = new CsvRecords(separator);
  text.advance(headerAt);
  let [line, width] = [headerLine, 0];
  while (!(await text.isOver())) {
    const record = await recordIn(text, records, line);
    const sure = record.kind === 'record' ? beforeSwallowed(record.cells, separator, width) : record.cells;
    if (record.kind === 'record' && sure === record.cells) {
      yield { line, cells: record.cells };
      text.advance(record.end);
      line += record.lines;
    } else {
      yield { line, cells: sure, fault: STRAY_QUOTE };
      await text.skipLine();
      line++;
    }
    width ||= record.cells.length;
  }
}

async function dialectIn(text: GrowingText): Promise<CsvDialect> {
  for (;;) {
    const dialect = dialectOf(text.rest, text.isWhole || text.rest.length > LONGEST);
    if (dialect !== undefined) return dialect;
    await text.grow();
  }
}

type ReadRecord = Extract<CsvRecord, { readonly cells: readonly string[] }>;

async function recordIn(text: GrowingText, records: CsvRecords, line: number): Promise<ReadRecord> {
  for (;;) {
    const isTooLong = text.unreadLength > LONGEST;
    const record = records.at(text.rest, text.at, text.isWhole);
    if (record.kind === 'record' || record.kind === 'stray-quote') return record;
    if (record.kind === 'unclosed') throw unclosed(line + record.linesBefore);
    if (isTooLong) throw tooLong(line, records.at(text.rest, text.at, true));
    await text.grow();
  }
}

function tooLong(line: number, cut: CsvRecord): FeedFileError {
  if (cut.kind === 'unclosed') return unclosed(line + cut.linesBefore);
  return new FeedFileError([`Line ${line} has more than ${LONGEST} characters. Export the people as a CSV file.`]);
}

function unclosed(line: number): FeedFileError {
  return new FeedFileError([
    `A quote that opens in line ${line} does not close, so nobody can say which rows below it are rows. ` +
      'Close it, or write it twice ("") where it is part of a text. If the file ends there, the export broke off: make it again.',
  ]);
}
