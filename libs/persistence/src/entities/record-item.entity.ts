import { type Affiliation, AFFILIATION_KINDS, type PutCode } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Appointment } from './appointment.entity.ts';
import { Connection } from './connection.entity.ts';
import { Institution } from './institution.entity.ts';

/** Where an item stands between our wish and the record. `removedByOwner`: a decision of theirs, never undone silently. */
export const ITEM_STATES = ['wanted', 'present', 'removedByOwner', 'withdrawn'] as const;

export type ItemState = (typeof ITEM_STATES)[number];

/** Why ORCID did not take an item, for people: shown to the researcher and the administrator. */
export interface ItemProblem {
  readonly code: string;
  readonly message: string;
  readonly at: string;
}

export const RecordItemSchema = defineEntity({
  name: 'RecordItem',
  tableName: 'record_item',
  properties: {
    /** Also our own `self` identifier of the item at ORCID, by which it is found again. Says nothing of the person. */
    id: p.uuid().primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    connectionId: () => p.manyToOne(Connection).mapToPk().joinColumn('connection_id'),
    appointmentId: () => p.manyToOne(Appointment).mapToPk().joinColumn('appointment_id'),
    kind: p.enum(AFFILIATION_KINDS),
    state: p.enum(ITEM_STATES),
    putCode: p.bigint('string').$type<PutCode>().nullable(),
    /** What was last written, and its hash. */
    content: p.json<Affiliation>().nullable(),
    contentHash: p.text().nullable(),
    writtenAt: p.datetime().nullable(),
    problem: p.json<ItemProblem>().nullable(),
    /** Hash of a content that ORCID refused: it is not sent again until it changes. */
    refusedHash: p.text().nullable(),
  },
  uniques: [{ properties: ['connectionId', 'kind', 'appointmentId'] }],
  indexes: [{ properties: ['appointmentId'] }],
});

/** One item on one record that the institution is the source of. */
export class RecordItem extends RecordItemSchema.class {
  constructor(given: {
    institutionId: string;
    connectionId: string;
    appointmentId: string;
    kind: Affiliation['kind'];
  }) {
    super();
    Object.assign(this, { id: newId(), state: 'wanted' }, given);
  }

  markPresent(written: { putCode: PutCode; content: Affiliation; contentHash: string; at: Date }): void {
    const { at, ...rest } = written;
    Object.assign(this, { ...rest, state: 'present', writtenAt: at, problem: null, refusedHash: null });
  }

  /** The put-code is dropped: it will never be valid again. */
  markRemovedByOwner(): void {
    Object.assign(this, { state: 'removedByOwner', putCode: null, problem: null });
  }

  markWithdrawn(at: Date): void {
    Object.assign(this, { state: 'withdrawn', putCode: null, writtenAt: at, problem: null });
  }

  /** It is on the record, but nobody knows with what content: the next plan writes it again. */
  adopt(putCode: PutCode): void {
    Object.assign(this, { state: 'present', putCode, contentHash: null, problem: null });
  }

  /** What it holds on the record is not known for sure: the next plan writes it again. */
  doubt(): void {
    this.contentHash = null;
  }

  markProblem(problem: ItemProblem, refusedHash: string | null = null): void {
    Object.assign(this, { problem, refusedHash });
  }
}

RecordItemSchema.setClass(RecordItem);
