import { Migration } from '@mikro-orm/migrations';

/** What a person granted waits until they confirm that the iD is theirs; an answer that was taken in is known when it comes again. */
export class PendingGrants extends Migration {
  override up(): void {
    this.addSql(`create table "pending_grant" (
      "id" uuid not null,
      "person_id" uuid not null,
      "retired_token_id" uuid not null,
      "orcid" text not null,
      "name" text null,
      "scopes" text[] not null,
      "refresh_token" text null,
      "token_expires_at" timestamptz not null,
      "session" text not null,
      "shown_text" text not null,
      "expires_at" timestamptz not null,
      constraint "pending_grant_pkey" primary key ("id")
    );`);
    this.addSql(
      `alter table "pending_grant" add constraint "pending_grant_person_id_unique" unique ("person_id");`,
    );
    this.addSql(
      `alter table "pending_grant" add constraint "pending_grant_retired_token_id_unique" unique ("retired_token_id");`,
    );
    this.addSql(
      `alter table "pending_grant" add constraint "pending_grant_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "pending_grant" add constraint "pending_grant_retired_token_id_foreign" foreign key ("retired_token_id") references "retired_token" ("id") on delete cascade;`,
    );
    this.addSql(`alter table "one_time_record" drop constraint "one_time_record_purpose_check";`);
    this.addSql(
      `alter table "one_time_record" add constraint "one_time_record_purpose_check" check ("purpose" in ('saml-request', 'saml-assertion', 'saml-logout', 'oauth-transaction', 'oauth-answer'));`,
    );
    this.addSql(`alter table "audit_event" drop constraint "audit_event_action_check";`);
    this.addSql(
      `alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'institution.orcid-client-changed', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'person.signed-in', 'person.case-opened', 'person.case-decided', 'connection.made', 'connection.denied', 'connection.refused', 'connection.not-confirmed', 'connection.disconnected', 'connection.doubted', 'connection.restored', 'connection.found-revoked', 'connection.found-deactivated', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-missing', 'item.found-again', 'item.found-removed', 'item.found-cleared', 'item.found-not-ours', 'item.allowed-again', 'item.refused', 'plan.held', 'plan.released', 'plan.rejected', 'feed.imported', 'feed.refused'));`,
    );
  }
}
