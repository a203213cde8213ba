import type { AffiliationKind, ContentOf, Section } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Institution } from './institution.entity.ts';
import { Person } from './person.entity.ts';

/** What is asserted of an item: an affiliation's dates are beside it, and identifiers of ours are added when it is written. */
export type AssertedContent<S extends Section = Section> = S extends AffiliationKind
  ? Omit<ContentOf<S>, 'externalIds' | 'start' | 'end'>
  : ContentOf<S>;

/** What a feed states of one person in one row. Dates as they were written, so partial ones stay partial. */
export interface AssertionFacts {
  readonly section: Section;
  readonly content: AssertedContent;
  readonly starts: string | null;
  readonly ends: string | null;
}

/** Where an assertion comes from: which feed, and by which keys that feed knows the person and the row. */
export interface AssertionOrigin {
  readonly feed: string;
  readonly personKey: string;
  readonly rowKey: string;
}

export const AssertionSchema = defineEntity({
  name: 'Assertion',
  tableName: 'assertion',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id'),
    section: p.text().$type<Section>(),
    feed: p.text(),
    personKey: p.text(),
    rowKey: p.text(),
    content: p.json<AssertedContent>(),
    starts: p.text().nullable(),
    ends: p.text().nullable(),
    /** Day (in the institution's zone) of the first import that no longer listed the row; null while it is listed. */
    absentSince: p.date().nullable(),
    /** When its feed took it back; then nothing of it is wanted on a record. */
    withdrawnAt: p.datetime().nullable(),
    changedAt: p.datetime(),
    /** What it says, short; comes from the database, and is compared there (`unsettled-record.sql.ts`). */
    said: p.uuid().nullable().generated('assertion_said(content) stored').hidden(),
  },
  uniques: [{ properties: ['institutionId', 'feed', 'personKey', 'rowKey'] }],
  indexes: [{ properties: ['personId'] }],
});

/** One thing the institution says of one person: what should stand on their record. */
export class Assertion extends AssertionSchema.class {
  constructor(given: AssertionFacts & AssertionOrigin & { institutionId: string; personId: string; changedAt: Date }) {
    super();
    this.id = newId();
    this.institutionId = given.institutionId;
    this.personId = given.personId;
    this.section = given.section;
    this.feed = given.feed;
    this.personKey = given.personKey;
    this.rowKey = given.rowKey;
    this.content = given.content;
    this.starts = given.starts;
    this.ends = given.ends;
    this.changedAt = given.changedAt;
  }
}

AssertionSchema.setClass(Assertion);
