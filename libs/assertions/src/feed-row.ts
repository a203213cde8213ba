import type { AssertedContent, FeedField, StatedAssertion, StatedPerson } from '@ligature/persistence';
import { formatFuzzyDate, type FuzzyDate, isInOrder, isRorId } from '@ligature/orcid-model';
import { z } from 'zod';
import type { FieldNames } from './columns.ts';
import type { DateReader } from './dates.ts';

/** The cells of one row by field, trimmed; an empty cell is absent. */
export type Cells = Readonly<Partial<Record<FeedField, string>>>;

/** What a row became: a statement, or the reasons why it was not taken, in words for the person who keeps the file. */
export type RowOutcome =
  | { readonly kind: 'stated'; readonly person: StatedPerson; readonly assertion: StatedAssertion }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** ORCID's limit for long texts (common-3.0.xsd, long-text). */
const LONGEST = 4000;

const text = z.string().max(LONGEST, `is longer than ${LONGEST} characters: shorten it`);

/** A spreadsheet shows long numbers as 1.23E+05 or 4E+05: the id is lost, and so would be the person. */
const id = z
  .string()
  .max(100, 'is longer than 100 characters: shorten it')
  .refine(
    (value) => !/^\d+([.,]\d+)?E\+\d+$/i.test(value),
    'was turned into a number by a spreadsheet: format the column as text',
  );

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const country = z
  .string()
  .transform((value) => value.toUpperCase())
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined,
    'must be a two-letter code such as DE',
  );

const url = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .max(2000, 'is longer than 2000 characters: shorten it');

/** What a row must be, and what is made of its cells. */
function rowSchema(dates: DateReader) {
  const date = z.string().transform((value, context) => dates.read(value) ?? complain(context, dates.example));
  return z
    .object({
      staffId: id,
      displayName: text.optional(),
      givenName: text.optional(),
      familyName: text.optional(),
      mail: z.email('must be a mail address, such as lena.brandt@example.edu').optional(),
      departmentPath: text.optional(),
      category: text.optional(),
      jobId: id,
      organizationName: text,
      city: text,
      region: text.optional(),
      country,
      rorId: z
        .string()
        .refine(isRorId, 'must be the whole address, such as https://ror.org/05dxps055: check its digits'),
      department: text.optional(),
      role: text.optional(),
      startDate: date.optional(),
      endDate: date.optional(),
      url: url.optional(),
    })
    .refine(
      ({ startDate, endDate }) => startDate === undefined || endDate === undefined || isInOrder(startDate, endDate),
      { path: ['endDate'], error: 'lies before the start: correct one of the two dates' },
    );
}

type Row = z.output<ReturnType<typeof rowSchema>>;

/** Reads rows of one export. */
export class FeedRowReader {
  private readonly schema;

  constructor(dates: DateReader) {
    this.schema = rowSchema(dates);
  }

  /** @param names of the fields that the export has a column or a default for: an empty cell under one states that there is none */
  read(cells: Cells, names: FieldNames): RowOutcome {
    const { data, error } = this.schema.safeParse(cells);
    if (error !== undefined)
      return { kind: 'refused', reasons: error.issues.map((issue) => reason(issue, cells, names)) };
    return { kind: 'stated', person: personOf(data, names), assertion: assertionOf(data) };
  }
}

/** A report is kept: what it repeats of a row is said of a job, not of a person. */
const UNREPEATED: readonly FeedField[] = ['displayName', 'givenName', 'familyName', 'mail'];
const SHOWN = 40;

/** The column, the value, and what to do, for whoever keeps the file. */
function reason({ path: [at], message }: z.core.$ZodIssue, cells: Cells, names: FieldNames): string {
  const field = at as FeedField;
  const [name, value] = [names.get(field), cells[field]];
  if (value === undefined) return `${name ?? field} is missing: ${name === undefined ? ELSEWHERE : 'fill it in'}.`;
  const shown = value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value;
  return `${name ?? field} ${UNREPEATED.includes(field) ? '' : `"${shown}" `}${message}.`;
}

const ELSEWHERE = 'map a column to it in "feed.columns", or say it for all rows in "feed.defaults"';

function personOf(row: Row, fields: FieldNames): StatedPerson {
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

function assertionOf({ staffId, jobId, startDate, endDate, ...job }: Row): StatedAssertion {
  const { organizationName: name, city, region, country, rorId, department, role, url: link } = job;
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

function complain(context: z.RefinementCtx, example: string): never {
  const message = `must be a date as "feed.dates" says that this export writes them: ${example}, 2024-01 or 2024`;
  context.addIssue({ code: 'custom', message });
  return z.NEVER;
}

/** Whether a row says for sure which job of whom it is: otherwise nobody knows which known job it stands for. */
export function namesItsJob({ staffId, jobId }: Cells): boolean {
  return id.safeParse(staffId).success && id.safeParse(jobId).success;
}
