import { type OrcidEnvironment, ORCID_ENVIRONMENTS, type Section } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';

/** How the portal looks and whom it names. */
export interface Branding {
  /** CSS colour of headings and buttons, e.g. `#1d4f91`. */
  readonly color: string;
  readonly supportEmail: string;
  readonly privacyUrl?: string | undefined;
  /** Picture that identity providers and discovery pages show beside our name. */
  readonly logoUrl?: string | undefined;
}

/** Whom identity administrators may write to, beside the support for people; as our own metadata names them. */
export interface Contacts {
  readonly technical?: string | undefined;
  /** REFEDS security contact: who is told of a compromised account. */
  readonly security?: string | undefined;
}

/** What of a person and of a job an export may state. */
export const FEED_FIELDS = [
  'staffId',
  'displayName',
  'givenName',
  'familyName',
  'mail',
  'departmentPath',
  'category',
  'jobId',
  'organizationName',
  'city',
  'region',
  'country',
  'rorId',
  'department',
  'role',
  'startDate',
  'endDate',
  'url',
] as const;

export type FeedField = (typeof FEED_FIELDS)[number];

/** Encodings in which a file may be read, by their names in the Encoding Standard. */
export const FILE_ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-15'] as const;

export type FileEncoding = (typeof FILE_ENCODINGS)[number];

/** How days are written: `iso` 2024-03-15, `day-first` 15.03.2024, `month-first` 03/15/2024, `excel-serial` 45366. */
export const DATE_FORMS = ['iso', 'day-first', 'month-first', 'excel-serial'] as const;

export type DateForm = (typeof DATE_FORMS)[number];

/** What the institution states in items files, beside its HR export. */
export interface ItemsRules {
  /** Name of the feed; `items` unless said. Assertions remember it, so it must not change. */
  readonly name?: string | undefined;
  /** Number space of its staff ids; that of the HR export unless said. */
  readonly staffIdSpace?: string | undefined;
  /** Sections of which items may be stated: people are told of them, and asked for the permission that they need. */
  readonly sections: readonly Section[];
}

/** How the institution's HR export is to be understood. */
export interface FeedRules {
  /** Name of the feed; `hr` unless said. Assertions remember it, so it must not change. */
  readonly name?: string | undefined;
  /** Number space of its staff ids; `staff` unless said. Feeds that name one space mean the same people. */
  readonly staffIdSpace?: string | undefined;
  /** Where the scheduler finds the newest export; without it, exports are imported by command only. */
  readonly file?: string | undefined;
  /** Encoding of an export that does not show its own; UTF-8 unless said. */
  readonly encoding?: FileEncoding | undefined;
  /** Name of the sheet of an export that is a workbook; the first one that is to be seen unless said. */
  readonly sheet?: string | undefined;
  /** Which columns may hold a field; null where it is not wanted. Columns named like a field need no entry. */
  readonly columns: Readonly<Partial<Record<FeedField, string | readonly string[] | null>>>;
  readonly dates: DateForm;
  /** Days that say that a job has no end, as 2024-03-15 is written; 9999-12-31 and 2999-12-31 unless said. */
  readonly noEnd?: readonly string[] | undefined;
  /** What holds for every row whose own cell is empty, such as the institution's own name and place. */
  readonly defaults: Readonly<Partial<Record<FeedField, string>>>;
  /** What a job means that an export no longer lists: nothing yet (it is reported), or that it ended the day before. */
  readonly absentMeans: 'keep' | 'ended';
  /** Without it no items file is taken. */
  readonly items?: ItemsRules | undefined;
}

/** What an operator says of an institution; a second `configure` replaces all of it but the slug and the environment. */
export interface InstitutionFacts {
  readonly name: string;
  readonly rorId: string;
  readonly timeZone: string;
  /** Origin of its portal; without one, the deployment's default. */
  readonly publicUrl?: string | null | undefined;
  readonly branding: Branding;
  readonly contacts: Contacts;
  readonly feed: FeedRules;
}

export const InstitutionSchema = defineEntity({
  name: 'Institution',
  tableName: 'institution',
  properties: {
    id: p.uuid().primary(),
    /** Short name in addresses and commands. */
    slug: p.text().unique(),
    name: p.text(),
    rorId: p.text(),
    /** IANA name; dates of employment are days in this zone. */
    timeZone: p.text(),
    orcidEnvironment: p.enum(ORCID_ENVIRONMENTS),
    /** Origin of the institution's portal, `https://orcid.example.edu`; null: the deployment's default. */
    publicUrl: p.text().nullable().unique(),
    branding: p.json<Branding>(),
    contacts: p.json<Contacts>(),
    feed: p.json<FeedRules>(),
    createdAt: p.datetime(),
  },
});

/** One institution of the deployment: a row, never a constant. Every row that belongs to it carries its id. */
export class Institution extends InstitutionSchema.class {
  constructor(given: InstitutionFacts & { slug: string; orcidEnvironment: OrcidEnvironment; createdAt: Date }) {
    super();
    this.id = newId();
    this.slug = given.slug;
    this.orcidEnvironment = given.orcidEnvironment;
    this.createdAt = given.createdAt;
    this.describe(given);
  }

  describe(facts: InstitutionFacts): void {
    this.name = facts.name;
    this.rorId = facts.rorId;
    this.timeZone = facts.timeZone;
    this.publicUrl = facts.publicUrl ?? null;
    this.branding = facts.branding;
    this.contacts = facts.contacts;
    this.feed = facts.feed;
  }
}

InstitutionSchema.setClass(Institution);
