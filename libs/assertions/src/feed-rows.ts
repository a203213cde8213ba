import type { FeedField, FeedRules } from '@ligature/persistence';
import { counted } from '@ligature/runtime';
import { type Columns, type Header, readHeader } from './columns.ts';
import { FACTS } from './feed-fields.ts';
import { type Cells, faultOf, namesItsJob, type RowFault } from './feed-row.ts';
import { cleanText, fieldFault } from './field-kinds.ts';
import { meansEmpty } from './placeholders.ts';
import type { Place, Table, TableRow } from './table.ts';

/** One row of an export: its cells by field, and what its shape alone says. */
export interface FeedRow {
  readonly line: number;
  readonly place: Place;
  readonly cells: Cells;
  readonly header: Header;
  /** Why it cannot be read, whatever the texts of its cells. */
  readonly shapeFaults: readonly RowFault[];
  /** Whether it says for sure which job of whom it is. */
  readonly isSure: boolean;
  /** How many of its cells hold only a placeholder and are read as empty. */
  readonly placeholders: number;
  /** The only text of a row that has no other, such as a total below the jobs: that is nobody's job. */
  readonly remark?: string;
}

/** Reads the rows of a table, header first. @throws FeedFileError when the header cannot be understood */
export async function* feedRows(table: Table, rules: FeedRules): AsyncGenerator<FeedRow> {
  let shape: RowShape | undefined;
  for await (const row of table.rows()) {
    if (shape === undefined) shape = new RowShape(row.cells, rules, table);
    else yield shape.read(row);
  }
}

/** Fewer columns may hold nothing but one text and still be a row. */
const FEWEST_BESIDE_REMARK = 3;

class RowShape {
  private readonly header: Header;
  private readonly defaults: Cells;

  constructor(
    headings: readonly string[],
    rules: FeedRules,
    private readonly table: Table,
  ) {
    this.header = readHeader(withoutEmptyEnd(headings, 0), rules);
    this.defaults = cleaned(Object.entries(rules.defaults) as [FeedField, string][]);
  }

  read(given: TableRow): FeedRow {
    const { header, columns } = this;
    const { place } = this.table;
    const texts = this.textsOf(given.cells);
    const { cells, placeholders } = this.cellsOf(texts);
    const faults = this.faultsOf(given, cells);
    const isSure = namesItsJob(cells) && !faults.some(({ field }) => field !== undefined && KEYS.includes(field));
    const row = { line: given.line, place, cells, header, isSure, placeholders, shapeFaults: faults };
    if (given.fault !== undefined) return { ...row, shapeFaults: [given.fault] };
    const remark = this.remarkIn(texts);
    if (remark !== undefined) return { ...row, isSure: !isDamagedId(remark), shapeFaults: [NO_JOB], remark };
    if (texts.length === columns.length) return row;
    return { ...row, isSure: false, shapeFaults: [wrongLength(texts.length, columns.length)] };
  }

  private get columns(): Columns {
    return this.header.columns;
  }

  private textsOf(given: readonly string[]): readonly string[] {
    if (!this.table.namesCells) return withoutEmptyEnd(given, this.columns.length);
    return this.columns.map((_, at) => given[at] ?? '');
  }

  private faultsOf({ faults = new Map() }: TableRow, cells: Cells): RowFault[] {
    return this.columns.flatMap((field, at) => {
      const fault = faults.get(at);
      if (field === null || fault === undefined || (fault.of ?? FACTS[field].kind) !== FACTS[field].kind) return [];
      return [faultOf(field, cells, this.header.names, fault)];
    });
  }

  private remarkIn(texts: readonly string[]): string | undefined {
    const [text, ...others] = texts.filter((one) => one.trim() !== '');
    return others.length === 0 && this.columns.length >= FEWEST_BESIDE_REMARK && text !== undefined
      ? cleanText(text, FACTS.staffId)
      : undefined;
  }

  private cellsOf(texts: readonly string[]): Pick<FeedRow, 'cells' | 'placeholders'> {
    const given = this.columns.flatMap((field, at) => (field === null ? [] : [[field, texts[at] ?? ''] as const]));
    const meant = given.filter(([field, text]) => !meansEmpty(field, text));
    return { cells: { ...this.defaults, ...cleaned(meant) }, placeholders: given.length - meant.length };
  }
}

const KEYS: readonly FeedField[] = ['staffId', 'jobId'];

function cleaned(texts: readonly (readonly [FeedField, string])[]): Cells {
  const cells: Partial<Record<FeedField, string>> = {};
  for (const [field, text] of texts) {
    const clean = cleanText(text, FACTS[field]);
    if (clean !== '') cells[field] = clean;
  }
  return cells;
}

/** A text that is too long for an id is none. */
function isDamagedId(text: string): boolean {
  return fieldFault(text.slice(0, FACTS.staffId.longest), FACTS.staffId) !== undefined;
}

/** A spreadsheet adds empty cells to the right. */
function withoutEmptyEnd(cells: readonly string[], fewest: number): readonly string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, Math.max(last + 1, Math.min(fewest, cells.length)));
}

const NO_JOB: RowFault = {
  cause: 'row without a job',
  reason:
    'The row holds one text and no job, as a total does. If it is none, complete it; otherwise leave it out of the export.',
};

function wrongLength(cells: number, columns: number): RowFault {
  return {
    cause: 'wrong number of cells',
    reason: `The row has ${counted(cells, 'cell')} where the header has ${columns}: put a cell that holds a separator or a line break into quotes.`,
  };
}
