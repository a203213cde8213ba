import { defineEntity, p } from '@mikro-orm/postgresql';
import { v7 as newId } from 'uuid';
import { Connection } from './connection.entity.ts';

/** What a refused token was used for. */
export const TOKEN_USES = ['read', 'write', 'removal'] as const;

export type TokenUse = (typeof TOKEN_USES)[number];

/**
 * What ORCID answered right after, to a read of the record in the client's own name: how the record stands, or that it did
 * not answer (`unanswered`), which says that the refusal proves nothing.
 */
export const COUNTER_CHECKS = ['open', 'locked', 'deactivated', 'merged', 'not-found', 'unanswered'] as const;

export type CounterCheck = (typeof COUNTER_CHECKS)[number];

export const TokenEvidenceSchema = defineEntity({
  name: 'TokenEvidence',
  tableName: 'token_evidence',
  properties: {
    id: p.uuid().primary(),
    connectionId: () => p.manyToOne(Connection).mapToPk().joinColumn('connection_id'),
    at: p.datetime(),
    usedFor: p.enum(TOKEN_USES),
    counterCheck: p.enum(COUNTER_CHECKS),
  },
  indexes: [{ properties: ['connectionId', 'at'] }, { properties: ['at'] }],
});

/** ORCID refused a token once. Alone it proves nothing (orcid-api 4.1). */
export class TokenEvidence extends TokenEvidenceSchema.class {
  constructor(given: { connectionId: string; at: Date; usedFor: TokenUse; counterCheck: CounterCheck }) {
    super();
    this.id = newId();
    this.connectionId = given.connectionId;
    this.at = given.at;
    this.usedFor = given.usedFor;
    this.counterCheck = given.counterCheck;
  }
}

TokenEvidenceSchema.setClass(TokenEvidence);
