import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';

export type AuditActor = 'researcher' | 'administrator' | 'operator' | 'scheduler' | 'orcid';

export const AUDIT_ACTIONS = [
  'institution.configured',
  'access-key.created',
  'access-key.revoked',
  'researcher.signed-in',
  'connection.made',
  'connection.denied',
  'connection.refused',
  'connection.disconnected',
  'connection.found-revoked',
  'token.ended',
  'item.created',
  'item.adopted',
  'item.updated',
  'item.removed',
  'item.found-removed',
  'item.refused',
  'feed.imported',
] as const;

export type AuditAction = (typeof AUDIT_ACTIONS)[number];

export const AuditEventSchema = defineEntity({
  name: 'AuditEvent',
  tableName: 'audit_event',
  properties: {
    id: p.bigint('string').primary().autoincrement(),
    institutionId: () => p.manyToOne(Institution).mapToPk().joinColumn('institution_id'),
    at: p.datetime(),
    actor: p.text().$type<AuditActor>(),
    /** Id of the researcher or access key that acted. */
    actorId: p.uuid().nullable(),
    action: p.enum(AUDIT_ACTIONS),
    /** Id of the row it is about. */
    subjectId: p.uuid().nullable(),
    /** Facts that are neither secret nor personal: put-codes, counts, scopes. */
    detail: p.json<Readonly<Record<string, string | number | readonly string[]>>>(),
  },
  indexes: [{ properties: ['institutionId', 'subjectId', 'id'] }],
  // A trigger, since the owner of a table has every grant. Against truncate: the first migration.
  triggers: [
    {
      name: 'audit_event_append_only',
      timing: 'before',
      events: ['update', 'delete'],
      forEach: 'statement',
      body: `raise exception 'The audit trail is append-only.'`,
    },
  ],
});

/** One line of the audit trail. The table refuses change and deletion. */
export class AuditEvent extends AuditEventSchema.class {
  declare id: Opt<string>;

  constructor(given: {
    institutionId: string;
    at: Date;
    actor: AuditActor;
    actorId: string | null;
    action: AuditAction;
    subjectId: string | null;
    detail: Readonly<Record<string, string | number | readonly string[]>>;
  }) {
    super();
    Object.assign(this, given);
  }
}

AuditEventSchema.setClass(AuditEvent);
