import { Migration } from '@mikro-orm/migrations';

/** A refused token is evidence, kept until enough of it has come together; until then its connection is in doubt. */
export class TokenEvidence extends Migration {
  override up(): void {
    this.addSql(
      `alter table "connection" add column "doubted_since" timestamptz null, add column "merged_into" text null, add column "reactivated_at" timestamptz null;`,
    );
    this.addSql(`alter table "audit_event" drop constraint "audit_event_action_check";`);
    this.addSql(
      `alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'institution.orcid-client-changed', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'person.signed-in', 'person.case-opened', 'person.case-decided', 'connection.made', 'connection.denied', 'connection.refused', 'connection.disconnected', 'connection.doubted', 'connection.restored', 'connection.found-revoked', 'connection.found-deactivated', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-missing', 'item.found-again', 'item.found-removed', 'item.found-cleared', 'item.found-not-ours', 'item.allowed-again', 'item.refused', 'plan.held', 'plan.released', 'plan.rejected', 'feed.imported', 'feed.refused'));`,
    );
    this.addSql(`create table "token_evidence" (
      "id" uuid not null,
      "connection_id" uuid not null,
      "at" timestamptz not null,
      "used_for" text not null,
      "counter_check" text not null,
      constraint "token_evidence_pkey" primary key ("id")
    );`);
    this.addSql(
      `create index "token_evidence_connection_id_at_index" on "token_evidence" ("connection_id", "at");`,
    );
    this.addSql(`create index "token_evidence_at_index" on "token_evidence" ("at");`);
    this.addSql(
      `alter table "token_evidence" add constraint "token_evidence_connection_id_foreign" foreign key ("connection_id") references "connection" ("id");`,
    );
    this.addSql(
      `alter table "token_evidence" add constraint "token_evidence_used_for_check" check ("used_for" in ('read', 'write', 'removal'));`,
    );
    this.addSql(
      `alter table "token_evidence" add constraint "token_evidence_counter_check_check" check ("counter_check" in ('open', 'locked', 'deactivated', 'merged', 'not-found', 'unanswered'));`,
    );
  }
}
