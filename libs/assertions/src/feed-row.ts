import type { AssertedContent, FeedField, StatedAssertion, StatedPerson } from '@ligature/persistence';
import { formatFuzzyDate, type FuzzyDate, isInOrder, isRorId } from '@ligature/orcid-model';
import { z } from 'zod';
import type { DateReader } from './dates.ts';

/** The cells of one row by field, trimmed; an empty cell is absent. */
export type Cells = Readonly<Partial<Record<FeedField, string>>>;

/** What a row became: a statement, or the reasons why it was not taken, in words for the person who keeps the file. */
export type RowOutcome =
  | { readonly kind: 'stated'; readonly person: StatedPerson; readonly assertion: StatedAssertion }
  | { readonly kind: 'refused'; readonly reasons: readonly string[] };

/** ORCID's limit for long texts (common-3.0.xsd, long-text). */
const LONGEST = 4000;

const text = (what: string): z.ZodType<string> =>
  z.string(`${what} is missing.`).max(LONGEST, `${what} is longer than ${LONGEST} characters.`);

/** A spreadsheet shows long numbers as 1.23E+05 or 4E+05: the id is lost, and so would be the person. */
const id = (what: string): z.ZodType<string> =>
  z
    .string(`${what} is missing.`)
    .max(100, `${what} is longer than 100 characters.`)
    .refine(
      (value) => !/^\d+([.,]\d+)?E\+\d+$/i.test(value),
      `${what} was turned into a number by a spreadsheet. Format the column as text.`,
    );

const regions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });

const country = z
  .string('The country is missing.')
  .transform((value) => value.toUpperCase())
  .refine(
    (value) => /^[A-Z]{2}$/.test(value) && regions.of(value) !== undefined,
    'The country must be a two-letter code such as DE.',
  );

const url = z
  .url({ protocol: /^https?$/, error: 'The link must be an http or https address.' })
  .max(2000, 'The link is too long.');

/** What a row must be, and what is made of its cells. */
function rowSchema(dates: DateReader) {
  const date = z.string().transform((value, context) => dates(value) ?? complain(context, value));
  return z
    .object({
      staffId: id('The staff id'),
      displayName: text('The name').optional(),
      givenName: text('The given name').optional(),
      familyName: text('The family name').optional(),
      mail: z.email('The mail address must be one, such as lena.brandt@example.edu.').optional(),
      departmentPath: text('The department path').optional(),
      category: text('The category').optional(),
      jobId: id('The job id'),
      organizationName: text('The organisation'),
      city: text('The city'),
      region: text('The region').optional(),
      country,
      rorId: z
        .string('The ROR id is missing.')
        .refine(
          isRorId,
          'The ROR id must be the whole address, such as https://ror.org/05dxps055; please check its digits.',
        ),
      department: text('The department').optional(),
      role: text('The role').optional(),
      startDate: date.optional(),
      endDate: date.optional(),
      url: url.optional(),
    })
    .refine(
      ({ startDate, endDate }) => startDate === undefined || endDate === undefined || isInOrder(startDate, endDate),
      { error: 'The job ends before it begins.' },
    );
}

type Row = z.output<ReturnType<typeof rowSchema>>;

/** Reads rows of one export. */
export class FeedRowReader {
  private readonly schema;

  constructor(dates: DateReader) {
    this.schema = rowSchema(dates);
  }

  /** @param fields those that the export has a column or a default for: an empty cell under one states that there is none */
  read(cells: Cells, fields: ReadonlySet<FeedField>): RowOutcome {
    const { data, error } = this.schema.safeParse(cells);
    if (error !== undefined) return { kind: 'refused', reasons: error.issues.map((issue) => issue.message) };
    return { kind: 'stated', person: personOf(data, fields), assertion: assertionOf(data) };
  }
}

function personOf(row: Row, fields: ReadonlySet<FeedField>): StatedPerson {
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

function complain(context: z.RefinementCtx, value: string): never {
  context.addIssue({ code: 'custom', message: `"${value.slice(0, 40)}" is not a date as this export writes dates.` });
  return z.NEVER;
}

/** Whether a row says for sure which job of whom it is: otherwise nobody knows which known job it stands for. */
export function namesItsJob({ staffId, jobId }: Cells): boolean {
  return id('The staff id').safeParse(staffId).success && id('The job id').safeParse(jobId).success;
}
