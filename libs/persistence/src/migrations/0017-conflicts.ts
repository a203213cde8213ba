import { Migration } from '@mikro-orm/migrations';

/**
 * Operators end, move and merge what belongs to somebody else; of an answer of ORCID's that was lost a row stays; a token
 * whose iD could not be read is ended like any other.
 */
export class Conflicts extends Migration {
  override up(): void {
    this.addSql(`alter table "connection" add "ended_by_operator" text null, add "removes_items" boolean not null default false;`);
    this.addSql(`alter table "retired_token" alter column "orcid" drop not null;`);
    this.addSql(`create table "merged_person" (
      "id" uuid not null,
      "institution_id" uuid not null,
      "person_id" uuid not null,
      "merged_by" text not null,
      "merged_at" timestamptz not null,
      constraint "merged_person_pkey" primary key ("id")
    );`);
    this.addSql(`create index "merged_person_person_id_index" on "merged_person" ("person_id");`);
    this.addSql(
      `alter table "merged_person" add constraint "merged_person_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`,
    );
    this.addSql(
      `alter table "merged_person" add constraint "merged_person_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(`create table "code_exchange" (
      "id" uuid not null,
      "institution_id" uuid not null,
      "person_id" uuid not null,
      "state_hash" text not null,
      "begun_at" timestamptz not null,
      "lost_at" timestamptz null,
      constraint "code_exchange_pkey" primary key ("id")
    );`);
    this.addSql(
      `alter table "code_exchange" add constraint "code_exchange_state_hash_unique" unique ("state_hash");`,
    );
    this.addSql(`create index "code_exchange_person_id_index" on "code_exchange" ("person_id");`);
    this.addSql(
      `alter table "code_exchange" add constraint "code_exchange_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");`,
    );
    this.addSql(
      `alter table "code_exchange" add constraint "code_exchange_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(`alter table "person_case" drop constraint "person_case_kind_check";`);
    this.addSql(
      `alter table "person_case" add constraint "person_case_kind_check" check ("kind" in ('staff-id-changed', 'staff-id-held-by-another', 'staff-id-undeclared', 'id-held-by-another', 'second-id', 'id-hint-differs'));`,
    );
    this.addSql(`alter table "audit_event" drop constraint "audit_event_action_check";`);
    this.addSql(
      `alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'institution.orcid-client-changed', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'person.signed-in', 'person.case-opened', 'person.case-decided', 'connection.made', 'connection.denied', 'connection.refused', 'connection.not-confirmed', 'connection.disconnected', 'connection.doubted', 'connection.restored', 'connection.found-revoked', 'connection.found-deactivated', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-missing', 'item.found-again', 'item.found-removed', 'item.found-cleared', 'item.found-not-ours', 'item.allowed-again', 'item.refused', 'plan.held', 'plan.released', 'plan.rejected', 'feed.imported', 'feed.refused', 'job.withdrawn', 'connection.ended-by-operator', 'connection.moved', 'person.merged', 'person.not-merged', 'permission.lost'));`,
    );
  }
}
