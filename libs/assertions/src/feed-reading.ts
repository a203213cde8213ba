import type {
  FeedField,
  FeedRules,
  ImportCounts,
  KeptRow,
  RefusedRow,
  RowKey,
  StatedAssertion,
  StatedPerson,
} from '@ligature/persistence';
import { type Columns, readColumns } from './columns.ts';
import { dateReader } from './dates.ts';
import type { CsvLine } from './csv-lines.ts';
import { type Cells, FeedRowReader, namesItsJob, type RowOutcome } from './feed-row.ts';
import type { RowReport } from './import-outcome.ts';
import { BATCH, KEPT_REFUSALS } from './reading-limits.ts';

/** A job as an export names it: whose, and which. */
interface JobKey {
  readonly staffId: string;
  readonly jobId: string;
}

/** Some rows of an export in its order: what was read of each, not yet stored. */
export interface Batch {
  readonly rows: readonly {
    readonly line: number;
    readonly key: Partial<JobKey>;
    readonly reasons: readonly string[];
  }[];
  readonly people: readonly StatedPerson[];
  readonly assertions: readonly StatedAssertion[];
}

/** The state of reading one export: which jobs it lists, which rows were refused, and how many became what. */
export class FeedReading {
  readonly listed: RowKey[] = [];
  readonly refused: RefusedRow[] = [];
  /** False once a row did not say for sure which job of whom it is: then nobody can be counted as absent. */
  knowsEveryRow = true;
  readonly counts = { rows: 0, added: 0, changed: 0, unchanged: 0, refused: 0 } satisfies Partial<ImportCounts>;
  private readonly reader: FeedRowReader;
  private readonly lineOf = new Map<string, number>();

  constructor(
    private readonly rules: FeedRules,
    private readonly onRow: (row: RowReport) => void = () => undefined,
  ) {
    this.reader = new FeedRowReader(dateReader(rules.dates));
  }

  /** Reads the lines, header first, in batches fit to be stored. */
  async *batches(lines: AsyncIterable<CsvLine>): AsyncGenerator<Batch> {
    let columns: Columns | undefined;
    let rows: Row[] = [];
    for await (const line of lines) {
      if (columns === undefined) columns = readColumns(line.cells, this.rules);
      else rows.push(this.read(line, columns));
      if (rows.length === BATCH) {
        yield toBatch(rows);
        rows = [];
      }
    }
    yield toBatch(rows);
  }

  /** Counts and reports a batch once it is stored. */
  count({ rows }: Batch, kept: readonly KeptRow[]): void {
    const became = new Map(
      kept.map(
        ({ personKey: staffId, rowKey: jobId, added }) =>
          [keyOf({ staffId, jobId }), added ? 'added' : 'changed'] as const,
      ),
    );
    for (const { line, key, reasons } of rows) {
      const outcome = reasons.length > 0 ? 'refused' : (became.get(keyOf(key)) ?? 'unchanged');
      const { staffId = null, jobId = null } = key;
      this.counts.rows++;
      this.counts[outcome]++;
      if (outcome === 'refused' && this.refused.length < KEPT_REFUSALS) this.refused.push({ line, staffId, reasons });
      this.onRow({ line, staffId, jobId, became: outcome, reasons });
    }
  }

  private read({ line, cells: texts, isBroken }: CsvLine, columns: Columns): Row {
    const cells = this.cellsOf(texts, columns);
    const key = pickKey(cells);
    if (isBroken === true) {
      if (!namesItsJob(cells)) this.knowsEveryRow = false;
      this.list(key);
      return { line, key, reasons: [STRAY_QUOTE] };
    }
    const shifted = wrongLength(texts, columns);
    const reasons = [...shifted, ...this.repeated(line, key)];
    if (shifted.length > 0 || !namesItsJob(cells)) this.knowsEveryRow = false;
    this.list(key);
    const outcome = this.reader.read(cells, this.fieldsOf(columns));
    if (outcome.kind === 'refused') return { line, key, reasons: [...reasons, ...outcome.reasons] };
    return reasons.length > 0 ? { line, key, reasons } : { line, key, reasons, stated: outcome };
  }

  private fieldsOf(columns: Columns): ReadonlySet<FeedField> {
    const given = columns.filter((field) => field !== null);
    return new Set([...given, ...(Object.keys(this.rules.defaults) as FeedField[])]);
  }

  private cellsOf(texts: readonly string[], columns: Columns): Cells {
    const given = columns.flatMap((field, at) =>
      field === null || !texts[at] ? [] : [[field, texts[at].normalize('NFC')]],
    );
    return { ...this.rules.defaults, ...(Object.fromEntries(given) as Cells) };
  }

  private repeated(line: number, key: Partial<JobKey>): string[] {
    const earlier = this.lineOf.get(keyOf(key));
    if (earlier !== undefined) return [`Line ${earlier} states the same job of the same person.`];
    if (key.staffId !== undefined && key.jobId !== undefined) this.lineOf.set(keyOf(key), line);
    return [];
  }

  private list({ staffId, jobId }: Partial<JobKey>): void {
    if (staffId !== undefined && jobId !== undefined) this.listed.push({ personKey: staffId, rowKey: jobId });
  }
}

interface Row {
  readonly line: number;
  readonly key: Partial<JobKey>;
  readonly reasons: readonly string[];
  readonly stated?: Extract<RowOutcome, { kind: 'stated' }>;
}

function toBatch(rows: readonly Row[]): Batch {
  const stated = rows.flatMap((row) => (row.stated === undefined ? [] : [row.stated]));
  // Somebody with several jobs is in several rows; what the first says of the person counts.
  const people = new Map(stated.toReversed().map(({ person }) => [person.staffId, person]));
  return { rows, people: [...people.values()], assertions: stated.map(({ assertion }) => assertion) };
}

function pickKey({ staffId, jobId }: Cells): Partial<JobKey> {
  return { ...(staffId !== undefined && { staffId }), ...(jobId !== undefined && { jobId }) };
}

function keyOf({ staffId, jobId }: Partial<JobKey>): string {
  return JSON.stringify([staffId, jobId]);
}

const STRAY_QUOTE =
  'A quote stands where none can, so the row cannot be read. Write it twice ("") where it is part of a text, and put such a text in quotes.';

function wrongLength(texts: readonly string[], columns: Columns): string[] {
  if (texts.length === columns.length) return [];
  return [
    `The row has ${texts.length} cells where the header has ${columns.length}. Is a separator inside a cell without quotes?`,
  ];
}
