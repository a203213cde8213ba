import { defineEntity, p } from '@mikro-orm/postgresql';

export const SessionRecordSchema = defineEntity({
  name: 'SessionRecord',
  tableName: 'session_record',
  properties: {
    /** SHA-256 of the session id, hex: the table alone lets nobody in. */
    idHash: p.text().primary(),
    data: p.json<object>(),
    /** Names the person at their identity provider, by a hash, so that it can end the session. */
    subject: p.text().nullable(),
    expiresAt: p.datetime(),
  },
  indexes: [{ properties: ['expiresAt'] }, { properties: ['subject'] }],
});

/** A browser session. */
export class SessionRecord extends SessionRecordSchema.class {}

SessionRecordSchema.setClass(SessionRecord);
