import type { ContentOf, PutCode, Section } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Assertion } from './assertion.entity.ts';
import { Connection } from './connection.entity.ts';
import { Institution } from './institution.entity.ts';
import { OrcidClient } from './orcid-client.entity.ts';

/**
 * Where an item stands between what is asserted and the record (docs/record-items.md has every transition).
 * `missing`: not in ORCID's list once; not judged yet. `removedByOwner`: proved absent, a decision of theirs, never undone
 * silently. `notOurs`: on the record, but the client that wrote it has no usable token.
 */
export const ITEM_STATES = ['wanted', 'present', 'missing', 'removedByOwner', 'notOurs', 'withdrawn'] as const;

export type ItemState = (typeof ITEM_STATES)[number];

/** Why ORCID did not take an item. */
export interface ItemProblem {
  /** ORCID's number or a reaction of ours, such as `record-locked`. */
  readonly code: string;
  /** ORCID's own explanation, in English. */
  readonly message: string;
  readonly at: string;
}

/** What was written, where, and when. */
export interface WrittenItem {
  readonly putCode: PutCode;
  readonly content: ContentOf;
  readonly contentHash: string;
  readonly at: Date;
}

export const RecordItemSchema = defineEntity({
  name: 'RecordItem',
  tableName: 'record_item',
  properties: {
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    connectionId: () => p.manyToOne(Connection).mapToPk().joinColumn('connection_id'),
    assertionId: () => p.manyToOne(Assertion).mapToPk().joinColumn('assertion_id'),
    section: p.text().$type<Section>(),
    state: p.enum(ITEM_STATES),
    /** Our own `self` identifier of the item at ORCID, by which it is found again. Says nothing of the person. */
    selfId: p.text(),
    /** The client that writes it, or wrote it. */
    orcidClientId: () => p.manyToOne(OrcidClient).mapToPk().joinColumn('orcid_client_id'),
    putCode: p.bigint('string').$type<PutCode>().nullable(),
    /** What was last written, and its hash. */
    content: p.json<ContentOf>().nullable(),
    contentHash: p.text().nullable(),
    writtenAt: p.datetime().nullable(),
    /** When ORCID's list first did not have it. */
    missingSince: p.datetime().nullable(),
    problem: p.json<ItemProblem>().nullable(),
    /** Hash of a content that ORCID refused: it is not sent again until it changes. */
    refusedHash: p.text().nullable(),
    /** What was last written, short; comes from the database, and is compared there (`unsettled-record.sql.ts`). */
    said: p.uuid().nullable().generated('item_said(content) stored').hidden(),
    saidStart: p.text().nullable().generated(`said_date(content, 'start'::text) stored`).hidden(),
    saidEnd: p.text().nullable().generated(`said_date(content, 'end'::text) stored`).hidden(),
  },
  uniques: [{ properties: ['connectionId', 'assertionId'] }],
  indexes: [{ properties: ['assertionId'] }],
});

/** One item on one record that the institution is the source of. */
export class RecordItem extends RecordItemSchema.class {
  constructor(given: {
    institutionId: string;
    connectionId: string;
    assertionId: string;
    section: Section;
    selfId: string;
    orcidClientId: string;
  }) {
    super();
    this.id = newId();
    this.state = 'wanted';
    this.institutionId = given.institutionId;
    this.connectionId = given.connectionId;
    this.assertionId = given.assertionId;
    this.section = given.section;
    this.selfId = given.selfId;
    this.orcidClientId = given.orcidClientId;
  }

  markPresent({ putCode, content, contentHash, at }: WrittenItem): void {
    this.standsUnder(putCode);
    this.content = content;
    this.contentHash = contentHash;
    this.writtenAt = at;
    this.refusedHash = null;
  }

  /** ORCID's list does not have it. Nothing is concluded from that yet, and it is not written again meanwhile. */
  markMissing(at: Date): void {
    this.state = 'missing';
    this.missingSince = at;
  }

  /** ORCID's list does not have it, and nobody knows whether its creation, begun at `begunAt`, was done. The first look counts. */
  markUnlisted(begunAt: Date, at: Date): void {
    if (this.missingSince == null || this.missingSince < begunAt) this.missingSince = at;
  }

  /** Proved absent twice, an hour apart at least. The put-code is kept: it may turn up again. */
  markRemovedByOwner(): void {
    this.state = 'removedByOwner';
    this.problem = null;
  }

  /** It stands on the record, and nobody's token of ours may change it. */
  markNotOurs(): void {
    this.state = 'notOurs';
  }

  /** The same, and it is news that it stands there. */
  findUnderFormer(putCode: PutCode): void {
    this.standsUnder(putCode);
    this.markNotOurs();
  }

  /** Removed by us, as far as ORCID said. The put-code is kept: should it be listed again, it was not. */
  markWithdrawn(at: Date): void {
    this.state = 'withdrawn';
    this.missingSince = null;
    this.writtenAt = at;
    this.problem = null;
  }

  /** It is on the record, but nobody knows with what content: the next plan writes it again. */
  adopt(putCode: PutCode): void {
    this.standsUnder(putCode);
    this.contentHash = null;
  }

  /** It was missing, or thought removed, and stands there after all. What it holds is as it was. */
  findAgain(): void {
    this.state = 'present';
    this.missingSince = null;
  }

  /** Its owner wants it back after all: it is created anew. */
  allowAgain(): void {
    this.state = 'wanted';
    this.putCode = null;
    this.contentHash = null;
    this.missingSince = null;
  }

  markProblem(problem: ItemProblem, refusedHash: string | null = null): void {
    this.problem = problem;
    this.refusedHash = refusedHash;
  }

  /** What ORCID refused may be sent again. */
  clearProblem(): void {
    this.problem = null;
    this.refusedHash = null;
  }

  private standsUnder(putCode: PutCode): void {
    this.state = 'present';
    this.putCode = putCode;
    this.missingSince = null;
    this.problem = null;
  }
}

RecordItemSchema.setClass(RecordItem);
