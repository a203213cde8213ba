import type { FeedRules, RowKey } from '@ligature/persistence';
import type { Header } from './columns.ts';
import { FeedFileError } from './feed-file.error.ts';
import { FeedRowReader } from './feed-row.ts';
import type { FeedRow } from './feed-rows.ts';
import { ListedRows, type OtherLine } from './listed-rows.ts';
import { shown, unwritableIn } from './plain-text.ts';
import { placeName } from './table.ts';
import { isAlike, isSomebodyElse, type NamedPerson, personNamedIn } from './who-it-is.ts';

/** Whom the rows of one staff id name, and two lines that name two people, if there are. */
interface Bearer {
  /** Two suffice: whoever is somebody else than one of many with a name or a mail address in common is so of one of these. */
  readonly named: (NamedPerson & { readonly line: number })[];
  sharedIn?: readonly [number, number];
}

/**
 * What is to be known of a whole export before any row of it is taken, so that nothing depends on the order of rows: which
 * jobs it lists, which of them twice, and whether somebody may be missing.
 */
export class FeedSurvey {
  /** False once a row does not say for sure which job of whom it is: then nobody can be counted as absent. */
  knowsEveryRow = true;
  /** How many cells hold only a placeholder and are read as empty. */
  placeholders = 0;
  /** Texts of rows that hold nothing else: whoever or whatever bears one of them is not counted as absent. */
  readonly remarks = new Set<string>();
  /** Of the export; undefined while it has no row below it. */
  header: Header | undefined;
  private readonly jobs = new ListedRows();
  private readonly bearers = new Map<string, Bearer>();

  get listed(): RowKey[] {
    return this.jobs.keys;
  }

  lists(key: RowKey): boolean {
    return this.jobs.has(key);
  }

  /** What another row says of the same job. */
  otherThan({ line, cells }: FeedRow): OtherLine | undefined {
    const key = keyIn(cells);
    return key && this.jobs.otherThan(key, line);
  }

  /** Two lines that give the staff id of this one to two people: then nobody knows whose its rows are. */
  sharedIn({ cells: { staffId } }: FeedRow): readonly [number, number] | undefined {
    return staffId === undefined ? undefined : this.bearers.get(staffId)?.sharedIn;
  }

  add(row: FeedRow): void {
    const { line, cells, header, isSure, remark, placeholders } = row;
    this.header = header;
    this.placeholders += placeholders;
    if (!isSure) this.knowsEveryRow = false;
    if (remark !== undefined && unwritableIn(remark) === undefined) this.remarks.add(remark);
    const key = keyIn(cells);
    if (key === undefined) return;
    this.jobs.add(key, line, cells);
    if (row.shapeFaults.length === 0 && isSure) this.addBearer(row, key.personKey);
  }

  private addBearer({ line, cells }: FeedRow, staffId: string): void {
    const person = personNamedIn(cells);
    if (person === undefined) return;
    const bearer = this.bearers.get(staffId) ?? { named: [] };
    this.bearers.set(staffId, bearer);
    const other = bearer.named.find((one) => isSomebodyElse(one, person));
    if (other !== undefined) {
      bearer.sharedIn ??= [other.line, line];
      this.knowsEveryRow = false;
    } else if (bearer.named.length < 2 && !bearer.named.some((one) => isAlike(one, person)))
      bearer.named.push({ ...person, line });
  }
}

/** Reads all rows once. @throws FeedFileError when days and months stand the other way round than the rules say */
export async function surveyOf(rows: AsyncIterable<FeedRow>, rules: FeedRules): Promise<FeedSurvey> {
  const survey = new FeedSurvey();
  const reader = new FeedRowReader(rules);
  for await (const row of rows) {
    survey.add(row);
    if (row.shapeFaults.length === 0) demandOrder(row, reader, rules);
  }
  return survey;
}

const ORDERS = { 'day-first': 'the day first', 'month-first': 'the month first' } as const;

function demandOrder({ place, line, cells, header }: FeedRow, reader: FeedRowReader, { dates }: FeedRules): void {
  const field = reader.misreadIn(cells);
  if (field === undefined) return;
  const [said, other] =
    dates === 'day-first' ? (['day-first', 'month-first'] as const) : (['month-first', 'day-first'] as const);
  throw new FeedFileError([
    `${placeName(place, line)}: ${header.names.get(field) ?? field} "${shown(cells[field] ?? '')}" is a day only with ${ORDERS[other]}, but ` +
      `"feed.dates" is "${said}": other days of this file may have been read wrongly without a sign. If the export writes ` +
      `${ORDERS[other]}, set "feed.dates" to "${other}" and run configure; otherwise correct the cell.`,
  ]);
}

/** The job a row names, if it can be kept as a key at all. */
export function keyIn({ staffId: personKey, jobId: rowKey }: FeedRow['cells']): RowKey | undefined {
  if (personKey === undefined || rowKey === undefined) return undefined;
  return unwritableIn(personKey + rowKey) === undefined ? { personKey, rowKey } : undefined;
}
