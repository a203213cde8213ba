import { defineEntity, p } from '@mikro-orm/postgresql';

export const SessionRecordSchema = defineEntity({
  name: 'SessionRecord',
  tableName: 'session_record',
  properties: {
    /** SHA-256 of the session id, hex: the table alone lets nobody in. */
    idHash: p.text().primary(),
    data: p.json<object>(),
    expiresAt: p.datetime(),
  },
  indexes: [{ properties: ['expiresAt'] }],
});

/** A browser session. */
export class SessionRecord extends SessionRecordSchema.class {}

SessionRecordSchema.setClass(SessionRecord);
