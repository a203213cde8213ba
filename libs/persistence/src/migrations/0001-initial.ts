import { Migration } from '@mikro-orm/migrations';

/** The first tables. What each column means is said at its entity. */
export class Initial extends Migration {
  override up(): void {
    this.addSql(TABLES);
    this.addSql(AUDIT_IS_NEVER_TRUNCATED);
  }
}

const TABLES = `
create table "institution" (
  "id" uuid not null,
  "slug" text not null,
  "name" text not null,
  "ror_id" text not null,
  "time_zone" text not null,
  "orcid_environment" text not null,
  "orcid_client_id" text not null,
  "orcid_client_secret" text not null,
  "branding" jsonb not null,
  "feed" jsonb not null,
  "created_at" timestamptz not null,
  primary key ("id")
);
alter table "institution" add constraint "institution_slug_unique" unique ("slug");
alter table "institution" add constraint "institution_orcid_environment_check" check ("orcid_environment" in ('production', 'sandbox', 'local'));

create table "identity_provider" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "entity_id" text not null,
  "display_name" text not null,
  "sign_on_url" text not null,
  "certificates" text[] not null,
  "policy" jsonb not null,
  primary key ("id")
);
alter table "identity_provider" add constraint "identity_provider_institution_id_entity_id_unique" unique ("institution_id", "entity_id");

create table "feed_import" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "file_name" text not null,
  "file_hash" text not null,
  "imported_at" timestamptz not null,
  "counts" jsonb not null,
  "refused" jsonb not null,
  primary key ("id")
);
create index "feed_import_institution_id_imported_at_index" on "feed_import" ("institution_id", "imported_at");

create table "audit_event" (
  "id" bigserial primary key,
  "institution_id" uuid not null,
  "at" timestamptz not null,
  "actor" text not null,
  "actor_id" uuid null,
  "action" text not null,
  "subject_id" uuid null,
  "detail" jsonb not null
);
create index "audit_event_institution_id_subject_id_id_index" on "audit_event" ("institution_id", "subject_id", "id");
alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'connection.made', 'connection.denied', 'connection.refused', 'connection.disconnected', 'connection.found-revoked', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-removed', 'item.refused', 'feed.imported'));
create or replace function "audit_event_audit_event_append_only_fn"() returns trigger as $$ begin raise exception 'The audit trail is append-only.'; end; $$ language plpgsql;
create trigger "audit_event_append_only" BEFORE UPDATE OR DELETE on "audit_event" for each STATEMENT execute function "audit_event_audit_event_append_only_fn"();

create table "appointment" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "staff_id" text not null,
  "job_id" text not null,
  "organization_name" text not null,
  "city" text not null,
  "region" text null,
  "country" text not null,
  "ror_id" text not null,
  "department" text null,
  "role" text null,
  "start_date" text null,
  "end_date" text null,
  "url" text null,
  "absent_since" date null,
  "changed_at" timestamptz not null,
  primary key ("id")
);
alter table "appointment" add constraint "appointment_institution_id_staff_id_job_id_unique" unique ("institution_id", "staff_id", "job_id");

create table "access_key" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "name" text not null,
  "role" text not null,
  "key_hash" text not null,
  "created_at" timestamptz not null,
  "expires_at" timestamptz not null,
  "revoked_at" timestamptz null,
  primary key ("id")
);
alter table "access_key" add constraint "access_key_key_hash_unique" unique ("key_hash");
alter table "access_key" add constraint "access_key_institution_id_name_unique" unique ("institution_id", "name");
alter table "access_key" add constraint "access_key_role_check" check ("role" in ('administrator', 'reader'));

create table "one_time_record" (
  "purpose" text not null,
  "key_hash" text not null,
  "payload" jsonb not null,
  "expires_at" timestamptz not null,
  primary key ("purpose", "key_hash")
);
create index "one_time_record_expires_at_index" on "one_time_record" ("expires_at");
alter table "one_time_record" add constraint "one_time_record_purpose_check" check ("purpose" in ('saml-request', 'saml-assertion', 'oauth-transaction'));

create table "researcher" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "staff_id" text null,
  "display_name" text not null,
  "given_name" text null,
  "family_name" text null,
  "mail" text null,
  "consent" text not null,
  "created_at" timestamptz not null,
  "signed_in_at" timestamptz not null,
  primary key ("id")
);
create index "researcher_institution_id_consent_id_index" on "researcher" ("institution_id", "consent", "id");
alter table "researcher" add constraint "researcher_institution_id_staff_id_unique" unique ("institution_id", "staff_id");
alter table "researcher" add constraint "researcher_consent_check" check ("consent" in ('none', 'active', 'denied', 'revoked', 'disconnected'));

create table "consent_event" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "researcher_id" uuid not null,
  "kind" text not null,
  "orcid" text null,
  "scopes" text[] not null,
  "shown_text" text null,
  "at" timestamptz not null,
  primary key ("id")
);
create index "consent_event_researcher_id_at_index" on "consent_event" ("researcher_id", "at");
alter table "consent_event" add constraint "consent_event_kind_check" check ("kind" in ('granted', 'denied', 'revoked', 'disconnected'));

create table "connection" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "researcher_id" uuid not null,
  "environment" text not null,
  "orcid" text not null,
  "name" text null,
  "scopes" text[] not null,
  "access_token" text null,
  "refresh_token" text null,
  "token_expires_at" timestamptz null,
  "connected_at" timestamptz not null,
  "checked_at" timestamptz not null,
  "ended_at" timestamptz null,
  "ended_by" text null,
  primary key ("id")
);
create index "connection_active" on "connection" ("institution_id", "id") where "ended_at" is null;
alter table "connection" add constraint "connection_researcher_id_orcid_environment_unique" unique ("researcher_id", "orcid", "environment");
create unique index "connection_one_researcher_per_id" on "connection" ("institution_id", "orcid", "environment") where "ended_at" is null;
create unique index "connection_one_id_per_researcher" on "connection" ("researcher_id") where "ended_at" is null;
alter table "connection" add constraint "connection_environment_check" check ("environment" in ('production', 'sandbox', 'local'));
alter table "connection" add constraint "connection_ended_by_check" check ("ended_by" in ('revoked', 'disconnected'));

create table "record_item" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "connection_id" uuid not null,
  "appointment_id" uuid not null,
  "kind" text not null,
  "state" text not null default 'wanted',
  "put_code" bigint null,
  "content" jsonb null,
  "content_hash" text null,
  "written_at" timestamptz null,
  "problem" jsonb null,
  "refused_hash" text null,
  primary key ("id")
);
create index "record_item_appointment_id_index" on "record_item" ("appointment_id");
alter table "record_item" add constraint "record_item_connection_id_kind_appointment_id_unique" unique ("connection_id", "kind", "appointment_id");
alter table "record_item" add constraint "record_item_kind_check" check ("kind" in ('distinction', 'education', 'employment', 'invited-position', 'membership', 'qualification', 'service'));
alter table "record_item" add constraint "record_item_state_check" check ("state" in ('wanted', 'present', 'removedByOwner', 'withdrawn'));

create table "researcher_identity" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "researcher_id" uuid not null,
  "provider" text not null,
  "identifier" text not null,
  primary key ("id")
);
create index "researcher_identity_researcher_id_index" on "researcher_identity" ("researcher_id");
alter table "researcher_identity" add constraint "researcher_identity_institution_id_provider_identifier_unique" unique ("institution_id", "provider", "identifier");

create table "retired_token" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "researcher_id" uuid not null,
  "environment" text not null,
  "orcid" text not null,
  "access_token" text not null,
  "retired_at" timestamptz not null,
  primary key ("id")
);
alter table "retired_token" add constraint "retired_token_environment_check" check ("environment" in ('production', 'sandbox', 'local'));

create table "session_record" (
  "id_hash" text not null,
  "data" jsonb not null,
  "expires_at" timestamptz not null,
  primary key ("id_hash")
);
create index "session_record_expires_at_index" on "session_record" ("expires_at");

create table "write_intent" (
  "item_id" uuid not null,
  "institution_id" uuid not null,
  "action" text not null,
  "content" jsonb null,
  "content_hash" text null,
  "attempt" int not null,
  "begun_at" timestamptz not null,
  primary key ("item_id")
);
alter table "write_intent" add constraint "write_intent_action_check" check ("action" in ('create', 'update', 'remove'));
alter table "identity_provider" add constraint "identity_provider_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "feed_import" add constraint "feed_import_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "audit_event" add constraint "audit_event_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "appointment" add constraint "appointment_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "access_key" add constraint "access_key_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "researcher" add constraint "researcher_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "consent_event" add constraint "consent_event_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "consent_event" add constraint "consent_event_researcher_id_foreign" foreign key ("researcher_id") references "researcher" ("id");
alter table "connection" add constraint "connection_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "connection" add constraint "connection_researcher_id_foreign" foreign key ("researcher_id") references "researcher" ("id");
alter table "record_item" add constraint "record_item_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "record_item" add constraint "record_item_connection_id_foreign" foreign key ("connection_id") references "connection" ("id");
alter table "record_item" add constraint "record_item_appointment_id_foreign" foreign key ("appointment_id") references "appointment" ("id");
alter table "researcher_identity" add constraint "researcher_identity_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "researcher_identity" add constraint "researcher_identity_researcher_id_foreign" foreign key ("researcher_id") references "researcher" ("id");
alter table "retired_token" add constraint "retired_token_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "retired_token" add constraint "retired_token_researcher_id_foreign" foreign key ("researcher_id") references "researcher" ("id");
alter table "write_intent" add constraint "write_intent_item_id_foreign" foreign key ("item_id") references "record_item" ("id") on update cascade on delete cascade;
alter table "write_intent" add constraint "write_intent_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
`;

/** MikroORM does not see truncate triggers (information_schema leaves them out), so the entity cannot ask for this one. */
const AUDIT_IS_NEVER_TRUNCATED = `
create trigger audit_event_never_truncated before truncate on audit_event
  for each statement execute function audit_event_audit_event_append_only_fn();
`;
