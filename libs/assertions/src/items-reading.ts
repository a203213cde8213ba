import { formatFuzzyDate, type FuzzyDate, type Section } from '@ligature/orcid-model';
import type { ImportCounts, RefusedRow, RowKey, StatedAssertion } from '@ligature/persistence';
import { FeedFileError } from './feed-file.error.ts';
import type { ItemReport } from './import-outcome.ts';
import { readContent } from './item-content.ts';
import type { TextLine } from './text-lines.ts';
import { readLine, type Statement } from './items-line.ts';
import { ListedRows } from './listed-rows.ts';
import { LONGEST_ID, shown } from './plain-text.ts';
import { BATCH, KEPT_REFUSALS } from './reading-limits.ts';

/** One line as it was read, not yet stored. */
export type ReadItem = { readonly line: number; readonly key: Partial<RowKey> } & (
  | { readonly kind: 'stated'; readonly assertion: StatedAssertion }
  | { readonly kind: 'withdrawn'; readonly row: RowKey }
  /** Says what an earlier line says. */
  | { readonly kind: 'repeated'; readonly earlier: number }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] }
);

/** Reads all lines once, for which items the file names, and which of them more than once. */
export async function itemsListedIn(lines: AsyncIterable<TextLine>): Promise<ListedRows> {
  const listed = new ListedRows();
  for await (const { line, text } of lines) {
    const read = readLine(text);
    if (read.kind === 'statement') listed.add(rowIn(read.statement), line, read);
    if (read.kind === 'withdrawal') listed.add(rowIn(read), line, read);
  }
  return listed;
}

/** The state of reading one items file: which lines were refused, and how many became what. */
export class ItemsReading {
  readonly refused: RefusedRow[] = [];
  private readonly tally = { rows: 0, added: 0, changed: 0, unchanged: 0, withdrawn: 0, refused: 0 };

  constructor(
    /** Sections that the institution says it states. */
    private readonly sections: readonly Section[],
    private readonly listed: ListedRows,
    private readonly onRow: (row: ItemReport) => void = () => undefined,
  ) {}

  get counts(): ImportCounts {
    const { withdrawn: absent, ...counts } = this.tally;
    return { ...counts, absent };
  }

  /** Reads the lines in batches fit to be stored. @throws FeedFileError when the first one is not JSON: then none is */
  async *batches(lines: AsyncIterable<TextLine>): AsyncGenerator<readonly ReadItem[]> {
    let batch: ReadItem[] = [];
    let isFirst = true;
    for await (const line of lines) {
      batch.push(this.read(line, isFirst));
      isFirst = false;
      if (batch.length === BATCH) {
        yield batch;
        batch = [];
      }
    }
    yield batch;
  }

  /** Counts and reports a line once its batch is stored. */
  count({ line, key }: ReadItem, became: ItemReport['became'], reasons: readonly string[] = []): void {
    const { personKey: staffId = null, rowKey: rowId = null } = key;
    this.tally.rows++;
    this.tally[became]++;
    if (became === 'refused' && this.refused.length < KEPT_REFUSALS) this.refused.push({ line, staffId, reasons });
    this.onRow({ line, staffId, rowId, became, reasons });
  }

  private read({ line, text }: TextLine, isFirst: boolean): ReadItem {
    const read = readLine(text);
    switch (read.kind) {
      case 'not-json':
        if (isFirst) throw new FeedFileError([`Line ${line} is not a JSON object: each line must be one (NDJSON).`]);
        return {
          line,
          key: {},
          kind: 'refused',
          reasons: ['The line is not a JSON object: each line must be one (NDJSON).'],
        };
      case 'refused':
        return { line, key: keyIn(read.json), kind: 'refused', reasons: read.reasons };
      case 'withdrawal': {
        const row = rowIn(read);
        return this.once(line, row, () => ({ line, key: row, kind: 'withdrawn', row }));
      }
      case 'statement': {
        const { statement } = read;
        const row = rowIn(statement);
        return this.once(line, row, () => this.state(line, row, statement));
      }
    }
  }

  private state(line: number, key: RowKey, statement: Statement): ReadItem {
    const { section, starts, ends } = statement;
    if (!this.sections.includes(section)) {
      const reason = `${section} is not in "feed.items.sections" of the institution file: people are told what is written, so say it there and run configure.`;
      return { line, key, kind: 'refused', reasons: [reason] };
    }
    const read = readContent(statement);
    if (read.kind === 'refused') return { line, key, ...read };
    const { content } = read;
    return {
      line,
      key,
      kind: 'stated',
      assertion: { ...key, section, content, starts: print(starts), ends: print(ends) },
    };
  }

  /** A file says one thing of an item: which of two lines counts must not depend on their order. */
  private once(line: number, key: RowKey, read: () => ReadItem): ReadItem {
    const other = this.listed.otherThan(key, line);
    if (other?.agrees === false) return { line, key, kind: 'refused', reasons: [dispute(other.line, key)] };
    const item = read();
    return item.kind === 'refused' || other === undefined ? item : { line, key, kind: 'repeated', earlier: other.line };
  }
}

function dispute(other: number, { personKey, rowKey }: RowKey): string {
  return `Line ${other} says something else of rowId "${rowKey}" of staffId "${personKey}": keep the line that is right.`;
}

function rowIn({ staffId: personKey, rowId: rowKey }: Pick<Statement, 'staffId' | 'rowId'>): RowKey {
  return { personKey, rowKey };
}

/** As much of the key as a refused line shows. */
function keyIn(json: object): Partial<RowKey> {
  const { staffId, rowId } = { staffId: undefined, rowId: undefined, ...json };
  return {
    ...(typeof staffId === 'string' && { personKey: shown(staffId, LONGEST_ID) }),
    ...(typeof rowId === 'string' && { rowKey: shown(rowId, LONGEST_ID) }),
  };
}

function print(date: FuzzyDate | undefined): string | null {
  return date === undefined ? null : formatFuzzyDate(date);
}
