import { FEED_FIELDS, type FeedField } from '@ligature/persistence';
import { LONGEST_ID } from './plain-text.ts';

/** How the text of a field is cleaned and checked. */
export type FieldKind = 'key' | 'text' | 'mail' | 'country' | 'ror' | 'date' | 'link';

/** What is to be known of one field of an HR export. */
export interface FieldFacts {
  readonly kind: FieldKind;
  /** Whether a row without it is refused. */
  readonly isRequired: boolean;
  /** How a summary names it. */
  readonly called: string;
  /** Headings that mean it, whatever their case, spaces and punctuation. */
  readonly headings: readonly [string, ...string[]];
  readonly meaning: string;
  /** Most characters. */
  readonly longest: number;
  readonly example: string;
}

/** ORCID's limit for long texts (common-3.0.xsd, long-text). */
const LONG = 4000;

/** Every field of an HR export: headings, row rules, sentences and docs/people-file.md come from here. */
export const FIELDS = {
  staffId: {
    kind: 'key',
    isRequired: true,
    called: 'staff id',
    headings: ['staff id', 'employee id', 'personnel number'],
    meaning: 'The number by which HR knows the person, for good. It links the row to the person who signs in.',
    longest: LONGEST_ID,
    example: '000420',
  },
  displayName: {
    kind: 'text',
    isRequired: false,
    called: 'name',
    headings: ['display name', 'full name'],
    meaning: 'The whole name, as administrators see it. Without it, given name and family name.',
    longest: LONG,
    example: 'Lena Brandt',
  },
  givenName: {
    kind: 'text',
    isRequired: false,
    called: 'given name',
    headings: ['given name', 'first name'],
    meaning: 'Given names.',
    longest: LONG,
    example: 'Lena',
  },
  familyName: {
    kind: 'text',
    isRequired: false,
    called: 'family name',
    headings: ['family name', 'last name', 'surname'],
    meaning: 'Family names.',
    longest: LONG,
    example: 'Brandt',
  },
  mail: {
    kind: 'mail',
    isRequired: false,
    called: 'mail address',
    headings: ['mail', 'e-mail', 'mail address', 'e-mail address'],
    meaning: 'The mail address at the institution.',
    longest: LONG,
    example: 'lena.brandt@example.edu',
  },
  departmentPath: {
    kind: 'text',
    isRequired: false,
    called: 'department path',
    headings: ['department path'],
    meaning:
      'Where the person belongs, from the whole to the part, with `>` or `/` between. For administrators; not written to records.',
    longest: LONG,
    example: 'Library > Research Data',
  },
  category: {
    kind: 'text',
    isRequired: false,
    called: 'category',
    headings: ['category'],
    meaning:
      'Groups the person belongs to, with `;`, `,` or a bar between. For administrators; not written to records.',
    longest: LONG,
    example: 'staff; librarian',
  },
  jobId: {
    kind: 'key',
    isRequired: true,
    called: 'job id',
    headings: ['job id', 'contract id'],
    meaning: 'The number of the job or contract, unlike those of the same person’s other jobs, for good.',
    longest: LONGEST_ID,
    example: 'C-10420',
  },
  organizationName: {
    kind: 'text',
    isRequired: true,
    called: 'organisation',
    headings: ['organization name', 'organisation name', 'organization', 'organisation', 'employer'],
    meaning: 'The employer.',
    longest: LONG,
    example: 'Example University',
  },
  city: {
    kind: 'text',
    isRequired: true,
    called: 'city',
    headings: ['city', 'town'],
    meaning: 'The city of the employer.',
    longest: LONG,
    example: 'Berlin',
  },
  region: {
    kind: 'text',
    isRequired: false,
    called: 'region',
    headings: ['region', 'state'],
    meaning: 'The state or region of the employer.',
    longest: LONG,
    example: 'California',
  },
  country: {
    kind: 'country',
    isRequired: true,
    called: 'country',
    headings: ['country', 'country code'],
    meaning: 'The country of the employer.',
    longest: 2,
    example: 'DE',
  },
  rorId: {
    kind: 'ror',
    isRequired: true,
    called: 'ROR id',
    headings: ['ROR id', 'ROR'],
    meaning: 'The employer in the Research Organization Registry, https://ror.org.',
    longest: 100,
    example: 'https://ror.org/05dxps055',
  },
  department: {
    kind: 'text',
    isRequired: false,
    called: 'department',
    headings: ['department'],
    meaning: 'The department of the job, as the record shows it.',
    longest: LONG,
    example: 'University Library',
  },
  role: {
    kind: 'text',
    isRequired: false,
    called: 'role',
    headings: ['role', 'job title'],
    meaning: 'The title of the job, as the record shows it.',
    longest: LONG,
    example: 'Research Data Steward',
  },
  startDate: {
    kind: 'date',
    isRequired: false,
    called: 'start date',
    headings: ['start date'],
    meaning: 'The first day of the job. Nothing is written before it.',
    longest: 40,
    example: '2021-03-01',
  },
  endDate: {
    kind: 'date',
    isRequired: false,
    called: 'end date',
    headings: ['end date'],
    meaning: 'The last day of the job; empty while it has none. The end is written from the day after.',
    longest: 40,
    example: '2026-02-28',
  },
  url: {
    kind: 'link',
    isRequired: false,
    called: 'link',
    headings: ['url'],
    meaning: 'A page about the job or the department.',
    longest: 2000,
    example: 'https://library.example.edu',
  },
} as const satisfies Readonly<Record<FeedField, FieldFacts>>;

/** The same table, where any field may be meant. */
export const FACTS: Readonly<Record<FeedField, FieldFacts>> = FIELDS;

export type RequiredField = { [F in FeedField]: (typeof FIELDS)[F]['isRequired'] extends true ? F : never }[FeedField];

/** Without these a row says nothing. */
export const REQUIRED_FIELDS = FEED_FIELDS.filter((field) => FACTS[field].isRequired);

/** The dates of a job. */
export const DATE_FIELDS = FEED_FIELDS.filter((field) => FACTS[field].kind === 'date');
