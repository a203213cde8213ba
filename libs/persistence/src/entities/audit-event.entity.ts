import { defineEntity, type Opt, p } from '@mikro-orm/postgresql';
import { Institution } from './institution.entity.ts';

/** Who acted. `researcher` is what `person` was called before. */
export type AuditActor = 'person' | 'researcher' | 'administrator' | 'operator' | 'scheduler' | 'orcid';

/** Every action there ever was: the trail refuses change, so the names of earlier versions stay (`researcher.signed-in`). */
export const AUDIT_ACTIONS = [
  'institution.configured',
  'institution.orcid-client-changed',
  'access-key.created',
  'access-key.revoked',
  'researcher.signed-in',
  'person.signed-in',
  'person.case-opened',
  'person.case-decided',
  'connection.made',
  'connection.denied',
  'connection.refused',
  'connection.not-confirmed',
  'connection.disconnected',
  'connection.doubted',
  'connection.restored',
  'connection.found-revoked',
  'connection.found-deactivated',
  'token.ended',
  'item.created',
  'item.adopted',
  'item.updated',
  'item.removed',
  'item.found-missing',
  'item.found-again',
  'item.found-removed',
  'item.found-cleared',
  'item.found-not-ours',
  'item.allowed-again',
  'item.refused',
  'plan.held',
  'plan.released',
  'plan.rejected',
  'feed.imported',
  'feed.refused',
  'job.withdrawn',
  'connection.ended-by-operator',
  'connection.moved',
  'person.merged',
  'person.not-merged',
  'permission.lost',
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
    /** Id of the person or access key that acted. */
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
    this.institutionId = given.institutionId;
    this.at = given.at;
    this.actor = given.actor;
    this.actorId = given.actorId;
    this.action = given.action;
    this.subjectId = given.subjectId;
    this.detail = given.detail;
  }
}

AuditEventSchema.setClass(AuditEvent);
