import type {
  FeedRules,
  ImportCounts,
  KeptRow,
  RefusedRow,
  StatedAssertion,
  StatedPerson,
} from '@ligature/persistence';
import { FeedRowReader, type RowFault, type RowOutcome } from './feed-row.ts';
import type { FeedRow } from './feed-rows.ts';
import type { FeedSurvey } from './feed-survey.ts';
import { keyOf } from './row-key.ts';
import type { CauseCount, RowReport } from './import-outcome.ts';
import { shownId } from './plain-text.ts';
import { BATCH, KEPT_REFUSALS } from './reading-limits.ts';
import { type Place, placeName } from './table.ts';
import type { OtherPerson } from './who-it-is.ts';
import { columnName } from './workbook/cell-reference.ts';

/** Some rows of an export in its order: what was read of each, not yet stored. */
export interface Batch {
  readonly rows: readonly ReadRow[];
  readonly people: readonly StatedPerson[];
  readonly assertions: readonly StatedAssertion[];
}

type ReadRow = { readonly row: FeedRow } & (
  | Extract<RowOutcome, { readonly kind: 'stated' }>
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] }
  | { readonly kind: 'repeated'; readonly line: number }
);

/** The state of reading one export: which rows were refused, why, and how many became what. */
export class FeedReading {
  readonly refused: RefusedRow[] = [];
  /** Known people who are somebody else by what the rows say of them. */
  readonly otherPeople: OtherPerson[] = [];
  readonly counts = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 } satisfies Partial<ImportCounts>;
  private readonly reader: FeedRowReader;
  private readonly rowsByCause = new Map<string, number>();
  /** By person the job whose row said last who they are. */
  private readonly stating = new Map<string, string>();

  constructor(
    rules: FeedRules,
    private readonly survey: FeedSurvey,
    private readonly onRow: (row: RowReport) => void = () => undefined,
  ) {
    this.reader = new FeedRowReader(rules);
  }

  /** Why rows were refused, the most frequent cause first. */
  get causes(): CauseCount[] {
    return [...this.rowsByCause].map(([cause, rows]) => ({ cause, rows })).toSorted((a, b) => b.rows - a.rows);
  }

  /** Reads the rows in batches fit to be stored. */
  async *batches(rows: AsyncIterable<FeedRow>): AsyncGenerator<Batch> {
    let read: ReadRow[] = [];
    for await (const row of rows) {
      read.push({ row, ...this.read(row) });
      if (read.length === BATCH) {
        yield this.toBatch(read);
        read = [];
      }
    }
    yield this.toBatch(read);
  }

  /** Counts and reports a batch once it is stored. */
  count({ rows }: Batch, kept: readonly KeptRow[]): void {
    const became = new Map(kept.map((row) => [keyOf(row), row.added ? 'added' : 'changed'] as const));
    for (const read of rows) {
      if (read.kind === 'refused') this.refuse(read.row, read.faults);
      else if (read.kind === 'repeated')
        this.report(read.row, 'unchanged', [`${placeName(read.row.place, read.line)} says the same.`]);
      else this.report(read.row, became.get(keyOf(read.assertion)) ?? 'unchanged');
    }
  }

  private read(row: FeedRow): RowOutcome | { kind: 'repeated'; line: number } {
    const { cells, header, shapeFaults, place } = row;
    if (shapeFaults.length > 0) return { kind: 'refused', faults: told(shapeFaults, row) };
    const shared = this.survey.sharedIn(row);
    if (shared !== undefined)
      return { kind: 'refused', faults: told([sharedId(place, shared)], { ...row, isSure: false }) };
    const other = this.survey.otherThan(row);
    if (other?.agrees === false) return { kind: 'refused', faults: [dispute(placeName(place, other.line))] };
    const outcome = this.reader.read(cells, header.names);
    if (outcome.kind === 'refused') return { kind: 'refused', faults: told(outcome.faults, row) };
    return other === undefined ? outcome : { kind: 'repeated', line: other.line };
  }

  private refuse(row: FeedRow, faults: readonly RowFault[]): void {
    const reasons = faults.map(({ reason }) => reason);
    for (const cause of new Set(faults.map((fault) => fault.cause))) {
      this.rowsByCause.set(cause, (this.rowsByCause.get(cause) ?? 0) + 1);
    }
    if (this.refused.length < KEPT_REFUSALS)
      this.refused.push({ line: row.line, staffId: shownId(row.cells.staffId), reasons });
    this.report(row, 'refused', reasons);
  }

  private report({ place, line, cells }: FeedRow, became: RowReport['became'], reasons: readonly string[] = []): void {
    this.counts.rows++;
    this.counts[became]++;
    this.onRow({ place, line, staffId: shownId(cells.staffId), jobId: shownId(cells.jobId), became, reasons });
  }

  private toBatch(rows: readonly ReadRow[]): Batch {
    const stated = rows.filter((row) => row.kind === 'stated');
    return { rows, people: this.peopleIn(stated), assertions: stated.map(({ assertion }) => assertion) };
  }

  /** Somebody with several jobs is in several rows: what that of the first job id says of the person counts, in any order. */
  private peopleIn(stated: readonly Extract<ReadRow, { kind: 'stated' }>[]): StatedPerson[] {
    const people = new Map<string, StatedPerson>();
    for (const { person, assertion } of stated) {
      const earlier = this.stating.get(person.staffId);
      if (earlier !== undefined && earlier < assertion.rowKey) continue;
      this.stating.set(person.staffId, assertion.rowKey);
      people.set(person.staffId, person);
    }
    return [...people.values()];
  }
}

function sharedId(place: Place, [one, other]: readonly [number, number]): RowFault {
  return {
    cause: 'staff id of two people',
    field: 'staffId',
    reason:
      `${placeName(place, one)} and ${placeName(place, other).toLowerCase()} give one staff id to people with different names and different mail addresses. ` +
      `Give each person their own id, or correct the names and mail addresses.`,
  };
}

function dispute(other: string): RowFault {
  return {
    cause: 'job in two rows that differ',
    reason: `${other} says something else of the same job of the same person. Keep the row that is right, or give each job its own id.`,
  };
}

/** The reasons name the cell of a sheet. The first says what else it does: they are all that some people see of an import. */
function told(faults: readonly RowFault[], row: FeedRow): RowFault[] {
  return faults.map((fault, at) => {
    const consequence =
      at > 0 || row.isSure ? '' : ' While it does not say for sure whose job it is, nobody is counted as absent.';
    return { ...fault, reason: `${cellName(row, fault)}${fault.reason}${consequence}` };
  });
}

function cellName({ place, line, header }: FeedRow, { field }: RowFault): string {
  const column = place === 'row' && field !== undefined ? header.columns.indexOf(field) : -1;
  return column === -1 ? '' : `${columnName(column)}${line}: `;
}
