import type { ContentOf } from '@ligature/orcid-model';
import { defineEntity, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';
import { RecordItem } from './record-item.entity.ts';

export const WRITE_ACTIONS = ['create', 'update', 'remove'] as const;

export type WriteAction = (typeof WRITE_ACTIONS)[number];

export const WriteIntentSchema = defineEntity({
  name: 'WriteIntent',
  tableName: 'write_intent',
  properties: {
    itemId: () => p.oneToOne(RecordItem).mapToPk().joinColumn('item_id').primary(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    action: p.enum(WRITE_ACTIONS),
    content: p.json<ContentOf>().nullable(),
    contentHash: p.text().nullable(),
    /** Grows with every try; an answer to an older try settles nothing. */
    attempt: p.integer(),
    begunAt: p.datetime(),
  },
});

/**
 * What we are about to do at ORCID, committed before the call. It is deleted only with a definite answer; one that is
 * found at the start of a run means nobody knows what ORCID did, and the record is looked at before any second try.
 */
export class WriteIntent extends WriteIntentSchema.class {
  constructor(given: {
    itemId: string;
    institutionId: string;
    action: WriteAction;
    content: ContentOf | null;
    contentHash: string | null;
    attempt: number;
    begunAt: Date;
  }) {
    super();
    this.itemId = given.itemId;
    this.institutionId = given.institutionId;
    this.repeat(given);
  }

  /** What is about to be tried now, in place of what was tried before. */
  repeat(given: Pick<WriteIntent, 'action' | 'content' | 'contentHash' | 'attempt' | 'begunAt'>): void {
    this.action = given.action;
    this.content = given.content ?? null;
    this.contentHash = given.contentHash ?? null;
    this.attempt = given.attempt;
    this.begunAt = given.begunAt;
  }
}

WriteIntentSchema.setClass(WriteIntent);
