import type { AssertedContent, FeedField, FeedRules, StatedAssertion, StatedPerson } from '@ligature/persistence';
import { FEED_FIELDS } from '@ligature/persistence';
import { formatFuzzyDate, type FuzzyDate, isInOrder } from '@ligature/orcid-model';
import { type DateReader, dateReader } from './dates.ts';
import { DATE_FIELDS, FACTS, REQUIRED_FIELDS, type RequiredField } from './feed-fields.ts';
import { type FieldFault, fieldFault } from './field-kinds.ts';
import type { FieldNames } from './columns.ts';
import { placeholderFault } from './placeholders.ts';
import { shown } from './plain-text.ts';

/** The cells of one row by field, cleaned; an empty cell is absent. */
export type Cells = Readonly<Partial<Record<FeedField, string>>>;

/** The cells of a row that has all it needs. */
type WholeCells = Cells & Readonly<Record<RequiredField, string>>;

/** Why a row is refused: in a few words to count by, and as a sentence for the person who keeps the file. */
export interface RowFault {
  readonly cause: string;
  readonly reason: string;
  /** The field of which it is a fault, where it is one's. */
  readonly field?: FeedField;
}

/** What a row became: a statement, or why it was not taken. */
export type RowOutcome =
  | { readonly kind: 'stated'; readonly person: StatedPerson; readonly assertion: StatedAssertion }
  | { readonly kind: 'refused'; readonly faults: readonly RowFault[] };

type Dates = Partial<Record<FeedField, FuzzyDate>>;

/** Reads rows of one export. */
export class FeedRowReader {
  private readonly readDate: DateReader;

  constructor(rules: FeedRules) {
    this.readDate = dateReader(rules);
  }

  /** @param names of the fields that the export has a column or a default for: an empty cell under one states that there is none */
  read(cells: Cells, names: FieldNames): RowOutcome {
    const dates: Dates = {};
    const faults = FEED_FIELDS.flatMap((field) => {
      const text = cells[field];
      if (text === undefined) return [];
      const { cause, remedy } = textFault(field, text) ?? this.dateFault(field, text, dates) ?? {};
      if (cause === undefined || remedy === undefined) return [];
      return [faultOf(field, cells, names, { cause, remedy })];
    });
    const { startDate, endDate } = dates;
    const isUpsideDown = startDate !== undefined && endDate !== undefined && !isInOrder(startDate, endDate);
    if (isUpsideDown) faults.push(faultOf('endDate', cells, names, UPSIDE_DOWN));
    if (faults.length > 0 || !isWhole(cells))
      return { kind: 'refused', faults: [...missingIn(cells, names), ...faults] };
    return { kind: 'stated', person: personOf(cells, names), assertion: assertionOf(cells, dates) };
  }

  /** The first day that fits the other order of days and months only: then others were read wrongly in silence. */
  misreadIn(cells: Cells): FeedField | undefined {
    return DATE_FIELDS.find((field) => {
      const text = cells[field];
      return text !== undefined && this.readDate(text).kind === 'other-order';
    });
  }

  private dateFault(field: FeedField, text: string, dates: Dates): FieldFault | undefined {
    if (FACTS[field].kind !== 'date') return undefined;
    const read = this.readDate(text);
    if (read.kind === 'date') dates[field] = read.date;
    if (read.kind === 'refused')
      return field === 'endDate' && read.remedyOfEnd !== undefined ? { ...read, remedy: read.remedyOfEnd } : read;
    if (read.kind === 'endless' && field !== 'endDate')
      return {
        cause: 'unreadable date',
        remedy: 'is no day on which a job begins: write the day, or leave the cell empty',
      };
    return undefined;
  }
}

const UPSIDE_DOWN: FieldFault = {
  cause: 'job that ends before it begins',
  remedy: 'lies before the start: correct one of the two dates',
};

/** A report is kept: what it repeats of a row is said of a job, not of a person. */
const UNREPEATED: readonly FeedField[] = ['displayName', 'givenName', 'familyName', 'mail'];

/** The column, the value, and what to do, for whoever keeps the file. */
export function faultOf(
  field: FeedField,
  cells: Cells,
  names: FieldNames,
  { cause, remedy }: Pick<FieldFault, 'cause' | 'remedy'>,
): RowFault {
  const { [field]: text = '' } = cells;
  const value = text === '' || UNREPEATED.includes(field) ? '' : `"${shown(text)}" `;
  return { cause, field, reason: `${names.get(field) ?? field} ${value}${remedy}.` };
}

function textFault(field: FeedField, text: string): FieldFault | undefined {
  return placeholderFault(field, text) ?? fieldFault(text, FACTS[field]);
}

function isWhole(cells: Cells): cells is WholeCells {
  return REQUIRED_FIELDS.every((field) => cells[field] !== undefined);
}

function missingIn(cells: Cells, names: FieldNames): RowFault[] {
  return REQUIRED_FIELDS.filter((field) => cells[field] === undefined).map((field) => ({
    cause: `no ${FACTS[field].called}`,
    field,
    reason: `${names.get(field) ?? field} is missing: fill it in.`,
  }));
}

function personOf(row: WholeCells, fields: FieldNames): StatedPerson {
  const { staffId, givenName, familyName } = row;
  const displayName = row.displayName ?? ([givenName, familyName].filter(Boolean).join(' ') || null);
  const namesAPerson = (['displayName', 'givenName', 'familyName'] as const).some((field) => fields.has(field));
  return {
    staffId,
    ...(namesAPerson && { displayName }),
    ...(fields.has('givenName') && { givenName: givenName ?? null }),
    ...(fields.has('familyName') && { familyName: familyName ?? null }),
    ...(fields.has('mail') && { mail: row.mail ?? null }),
    ...(fields.has('departmentPath') && { department: parts(row.departmentPath, PATH_SEPARATOR) }),
    ...(fields.has('category') && { categories: parts(row.category, LIST_SEPARATOR) }),
  };
}

/** `Faculty of Science > Physics`, and `professor; emeritus`. */
const PATH_SEPARATOR = />|\//;
const LIST_SEPARATOR = /[;,|]/;

function parts(text: string | undefined, separator: RegExp): string[] {
  return (text ?? '')
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

function assertionOf(row: WholeCells, { startDate, endDate }: Dates): StatedAssertion {
  const { staffId, jobId, organizationName: name, city, region, rorId, department, role, url: link } = row;
  const country = row.country.toUpperCase();
  const content: AssertedContent<'employment'> = {
    kind: 'employment',
    organization: { name, city, ...(region && { region }), country, identifier: { registry: 'ROR', value: rorId } },
    ...(department && { department }),
    ...(role && { role }),
    ...(link && { url: link }),
  };
  return {
    personKey: staffId,
    rowKey: jobId,
    section: 'employment',
    content,
    starts: print(startDate),
    ends: print(endDate),
  };
}

function print(date: FuzzyDate | undefined): string | null {
  return date === undefined ? null : formatFuzzyDate(date);
}

/** Whether a row says for sure which job of whom it is: otherwise nobody knows which known job it stands for. */
export function namesItsJob({ staffId, jobId }: Cells): boolean {
  return [['staffId', staffId] as const, ['jobId', jobId] as const].every(
    ([field, text]) => text !== undefined && textFault(field, text) === undefined,
  );
}
