import { Migration } from '@mikro-orm/migrations';

/**
 * Identity providers come from sources of metadata that are read again every day. Those that were written down one by one
 * before do not say where from, so they go: `configure` reads them again.
 */
export class ProviderMetadata extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}

const TABLES = `
alter table "institution" add column "contacts" jsonb not null default '{}';
alter table "institution" alter column "contacts" drop default;

drop table "identity_provider";

create table "metadata_source" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "kind" text not null,
  "location" text not null,
  "position" int not null,
  "entity_ids" text[] not null,
  "signing_certificates" text[] not null,
  "policy" jsonb not null,
  "exceptions" jsonb not null,
  "etag" text null,
  "last_modified" text null,
  "read_at" timestamptz null,
  "tried_at" timestamptz null,
  "failure" text null,
  "providers" int not null default 0,
  "unusable" int not null default 0,
  primary key ("id")
);
alter table "metadata_source" add constraint "metadata_source_institution_id_kind_location_unique" unique ("institution_id", "kind", "location");
alter table "metadata_source" add constraint "metadata_source_kind_check" check ("kind" in ('file', 'url', 'federation', 'mdq'));
alter table "metadata_source" add constraint "metadata_source_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");

create table "identity_provider" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "source_id" uuid not null,
  "entity_id" text not null,
  "display_name" text not null,
  "display_names" jsonb not null,
  "search_text" text not null,
  "sign_on_url" text not null,
  "wants_signed_requests" boolean not null,
  "single_logout" jsonb not null,
  "certificates" text[] not null,
  "scopes" text[] not null,
  "is_hidden" boolean not null,
  "valid_until" timestamptz null,
  primary key ("id")
);
create index "identity_provider_source_id_index" on "identity_provider" ("source_id");
alter table "identity_provider" add constraint "identity_provider_institution_id_entity_id_source_id_unique" unique ("institution_id", "entity_id", "source_id");
alter table "identity_provider" add constraint "identity_provider_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "identity_provider" add constraint "identity_provider_source_id_foreign" foreign key ("source_id") references "metadata_source" ("id") on delete cascade;
`;
