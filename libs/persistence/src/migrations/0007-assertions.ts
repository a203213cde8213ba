import { Migration } from '@mikro-orm/migrations';

/**
 * Persons whom the institution knows before they sign in, assertions of every section, ORCID clients as rows, evidence of
 * removals, and plans. Nothing is lost: ids stay, since they are the `self` identifiers of items at ORCID and part of what
 * sealed tokens are bound to, and contents stay equal member by member, so that the first sync after it makes no call.
 */
export class Assertions extends Migration {
  override up(): void {
    for (const step of [CLIENTS, PERSONS, ASSERTIONS, ITEMS, PLANS, IMPORTS_AND_RUNS, AUDIT]) this.addSql(step);
  }
}

const CLIENTS = `
alter table "institution" add column "public_url" text null;
create unique index "institution_public_url_unique" on "institution" ("public_url");

create table "orcid_client" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "client_id" text not null,
  "client_secret" text not null,
  "is_current" boolean not null,
  "created_at" timestamptz not null,
  primary key ("id")
);
alter table "orcid_client" add constraint "orcid_client_institution_id_client_id_unique" unique ("institution_id", "client_id");
create unique index "orcid_client_one_current" on "orcid_client" ("institution_id") where "is_current" = true;
alter table "orcid_client" add constraint "orcid_client_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
insert into "orcid_client" (id, institution_id, client_id, client_secret, is_current, created_at)
  select gen_random_uuid(), id, orcid_client_id, orcid_client_secret, true, created_at from "institution";
alter table "institution" drop column "orcid_client_id", drop column "orcid_client_secret";

alter table "connection" add column "orcid_client_id" uuid null;
update "connection" set orcid_client_id = c.id from "orcid_client" c where c.institution_id = "connection".institution_id;
alter table "connection" alter column "orcid_client_id" set not null;
alter table "connection" add constraint "connection_orcid_client_id_foreign" foreign key ("orcid_client_id") references "orcid_client" ("id");
alter table "connection" drop constraint "connection_person_id_orcid_environment_unique";
alter table "connection" add constraint "connection_person_id_orcid_orcid_client_id_unique" unique ("person_id", "orcid", "orcid_client_id");
alter table "connection" drop constraint "connection_ended_by_check";
alter table "connection" add constraint "connection_ended_by_check" check ("ended_by" in ('revoked', 'disconnected', 'deactivated', 'replaced'));
alter table "connection" add column "record_state" text not null default 'open';
alter table "connection" add constraint "connection_record_state_check" check ("record_state" in ('open', 'locked', 'deactivated', 'merged'));
alter table "connection" add column "record_state_since" timestamptz null;

alter table "retired_token" add column "sealed_table" text not null default 'retired_token', add column "sealed_row" uuid null;
update "retired_token" set sealed_row = id;
alter table "retired_token" alter column "sealed_table" drop default, alter column "sealed_row" set not null;
alter table "retired_token" add constraint "retired_token_sealed_table_check" check ("sealed_table" in ('connection', 'retired_token'));
alter table "retired_token" add column "orcid_client_id" uuid null;
update "retired_token" set orcid_client_id = c.id from "orcid_client" c where c.institution_id = "retired_token".institution_id;
alter table "retired_token" alter column "orcid_client_id" set not null;
alter table "retired_token" add constraint "retired_token_orcid_client_id_foreign" foreign key ("orcid_client_id") references "orcid_client" ("id");

alter table "consent_event" drop constraint "consent_event_kind_check";
alter table "consent_event" add constraint "consent_event_kind_check" check ("kind" in ('granted', 'denied', 'revoked', 'disconnected', 'deactivated'));
`;

/** A UUID of version 7 made in SQL, so that people keep the order in which they came (RFC 9562, 5.7). */
const NEW_ID = `encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid()) placing
  substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6), 52, 1), 53, 1), 'hex')::uuid`;

const PERSONS = `
alter table "person" alter column "display_name" drop not null;
alter table "person" alter column "signed_in_at" drop not null;
alter table "person" add column "department" text[] not null default '{}';
alter table "person" add column "categories" text[] not null default '{}';
alter table "person" alter column "department" drop default, alter column "categories" drop default;
alter table "person" drop constraint "person_consent_check";
alter table "person" add constraint "person_consent_check" check ("consent" in ('none', 'active', 'denied', 'revoked', 'disconnected', 'deactivated'));

create table "person_staff_id" (
  "institution_id" uuid not null,
  "space" text not null,
  "staff_id" text not null,
  "person_id" uuid not null,
  primary key ("institution_id", "space", "staff_id")
);
create index "person_staff_id_person_id_index" on "person_staff_id" ("person_id");
alter table "person_staff_id" add constraint "person_staff_id_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "person_staff_id" add constraint "person_staff_id_person_id_foreign" foreign key ("person_id") references "person" ("id");
insert into "person_staff_id" (institution_id, space, staff_id, person_id)
  select institution_id, 'staff', staff_id, id from "person" where staff_id is not null;

with "unknown" as (
  select institution_id, staff_id, min(changed_at) as since from "appointment" as job
   where not exists (select from "person_staff_id" known where known.institution_id = job.institution_id and known.staff_id = job.staff_id)
   group by institution_id, staff_id
), "added" as (
  select ${NEW_ID} as id, * from "unknown"
), "persons" as (
  insert into "person" (id, institution_id, consent, department, categories, created_at)
    select id, institution_id, 'none', '{}', '{}', since from "added" returning id
)
insert into "person_staff_id" (institution_id, space, staff_id, person_id)
  select added.institution_id, 'staff', added.staff_id, added.id from "added" added;

alter table "person" drop constraint "person_institution_id_staff_id_unique";
alter table "person" drop column "staff_id";

alter table "person_identity" add column "kind" text null;
alter table "person_identity" add column "is_assumed" boolean not null default false;
alter table "person_identity" alter column "is_assumed" drop default;
update "person_identity" as known set is_assumed = true, kind = coalesce((
  select coalesce(source.exceptions -> known.provider ->> 'identifier', source.policy ->> 'identifier')
    from "metadata_source" source join "identity_provider" provider on provider.source_id = source.id
   where provider.institution_id = known.institution_id and provider.entity_id = known.provider
   order by source.position limit 1), 'subject-id');
alter table "person_identity" alter column "kind" set not null;
alter table "person_identity" add constraint "person_identity_kind_check" check ("kind" in ('subject-id', 'pairwise-id', 'persistent-name-id', 'eduPersonUniqueId', 'eduPersonPrincipalName'));
alter table "person_identity" drop constraint "person_identity_institution_id_provider_identifier_unique";
alter table "person_identity" add constraint "person_identity_institution_id_provider_kind_identifier_unique" unique ("institution_id", "provider", "kind", "identifier");

create table "person_case" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "kind" text not null,
  "person_id" uuid not null,
  "other_person_id" uuid null,
  "evidence" jsonb not null,
  "opened_at" timestamptz not null,
  "decided_at" timestamptz null,
  "decision" text null,
  primary key ("id")
);
create index "person_case_institution_id_decided_at_index" on "person_case" ("institution_id", "decided_at");
create index "person_case_person_id_index" on "person_case" ("person_id");
alter table "person_case" add constraint "person_case_kind_check" check ("kind" in ('staff-id-changed', 'staff-id-held-by-another', 'staff-id-undeclared'));
alter table "person_case" add constraint "person_case_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
alter table "person_case" add constraint "person_case_person_id_foreign" foreign key ("person_id") references "person" ("id");
alter table "person_case" add constraint "person_case_other_person_id_foreign" foreign key ("other_person_id") references "person" ("id") on delete set null;
`;

const ASSERTIONS = `
alter table "appointment" rename to "assertion";
alter table "assertion" rename constraint "appointment_pkey" to "assertion_pkey";
alter table "assertion" rename constraint "appointment_institution_id_foreign" to "assertion_institution_id_foreign";
alter table "assertion" drop constraint "appointment_institution_id_staff_id_job_id_unique";
alter table "assertion" rename column "staff_id" to "person_key";
alter table "assertion" rename column "job_id" to "row_key";
alter table "assertion" rename column "start_date" to "starts";
alter table "assertion" rename column "end_date" to "ends";
alter table "assertion"
  add column "person_id" uuid null,
  add column "section" text not null default 'employment',
  add column "feed" text not null default 'hr',
  add column "content" jsonb null;
alter table "assertion" alter column "section" drop default, alter column "feed" drop default;
update "assertion" set person_id = known.person_id,
  content = jsonb_strip_nulls(jsonb_build_object(
    'kind', 'employment',
    'organization', jsonb_build_object('name', organization_name, 'city', city, 'region', region, 'country', country,
      'identifier', jsonb_build_object('registry', 'ROR', 'value', ror_id)),
    'department', department, 'role', role, 'url', url))
  from "person_staff_id" known where known.institution_id = "assertion".institution_id and known.staff_id = person_key;
alter table "assertion" alter column "person_id" set not null, alter column "content" set not null;
alter table "assertion"
  drop column "organization_name", drop column "city", drop column "region", drop column "country", drop column "ror_id",
  drop column "department", drop column "role", drop column "url";
alter table "assertion" add constraint "assertion_institution_id_feed_person_key_row_key_unique" unique ("institution_id", "feed", "person_key", "row_key");
create index "assertion_person_id_index" on "assertion" ("person_id");
alter table "assertion" add constraint "assertion_person_id_foreign" foreign key ("person_id") references "person" ("id");
`;

const ITEMS = `
alter table "record_item" rename column "appointment_id" to "assertion_id";
alter table "record_item" rename column "kind" to "section";
alter table "record_item" rename constraint "record_item_appointment_id_foreign" to "record_item_assertion_id_foreign";
alter index "record_item_appointment_id_index" rename to "record_item_assertion_id_index";
alter table "record_item" drop constraint "record_item_connection_id_kind_appointment_id_unique";
alter table "record_item" add constraint "record_item_connection_id_assertion_id_unique" unique ("connection_id", "assertion_id");
alter table "record_item" drop constraint "record_item_kind_check";
alter table "record_item" drop constraint "record_item_state_check";
alter table "record_item" add constraint "record_item_state_check" check ("state" in ('wanted', 'present', 'missing', 'removedByOwner', 'notOurs', 'withdrawn'));
alter table "record_item"
  add column "self_id" text null,
  add column "orcid_client_id" uuid null,
  add column "missing_since" timestamptz null;
update "record_item" item set self_id = item.id::text, orcid_client_id = "connection".orcid_client_id
  from "connection" where "connection".id = item.connection_id;
alter table "record_item" alter column "self_id" set not null, alter column "orcid_client_id" set not null;
alter table "record_item" alter column "state" drop default;
alter table "record_item" add constraint "record_item_orcid_client_id_foreign" foreign key ("orcid_client_id") references "orcid_client" ("id");
`;

const PLANS = `
create table "plan" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "kind" text not null,
  "state" text not null,
  "limit" int not null,
  "created_at" timestamptz not null,
  "decided_at" timestamptz null,
  "decided_by" text null,
  primary key ("id")
);
create index "plan_institution_id_state_index" on "plan" ("institution_id", "state");
alter table "plan" add constraint "plan_kind_check" check ("kind" in ('import', 'record'));
alter table "plan" add constraint "plan_state_check" check ("state" in ('proposed', 'held', 'approved', 'rejected', 'superseded', 'done'));
alter table "plan" add constraint "plan_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");

create table "plan_step" (
  "plan_id" uuid not null,
  "item_id" uuid not null,
  "institution_id" uuid not null,
  "action" text not null,
  "risk" text not null,
  "content_hash" text null,
  "admitted_at" timestamptz null,
  "done_at" timestamptz null,
  primary key ("plan_id", "item_id")
);
create index "plan_step_item_id_index" on "plan_step" ("item_id");
create index "plan_step_institution_id_admitted_at_index" on "plan_step" ("institution_id", "admitted_at");
alter table "plan_step" add constraint "plan_step_action_check" check ("action" in ('create', 'update', 'remove'));
alter table "plan_step" add constraint "plan_step_risk_check" check ("risk" in ('removed', 'erased', 'reopened', 'starts-later', 'ended-by-absence', 'ended-long-ago'));
alter table "plan_step" add constraint "plan_step_plan_id_foreign" foreign key ("plan_id") references "plan" ("id") on update cascade on delete cascade;
alter table "plan_step" add constraint "plan_step_item_id_foreign" foreign key ("item_id") references "record_item" ("id") on update cascade on delete cascade;
alter table "plan_step" add constraint "plan_step_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
`;

const IMPORTS_AND_RUNS = `
alter table "feed_import" add column "feed" text not null default 'hr';
alter table "feed_import" alter column "feed" drop default;
alter table "feed_import" add column "rules_hash" text null;
alter table "feed_import" add column "faults" text[] not null default '{}';
alter table "feed_import" alter column "faults" drop default;

create table "task_run" (
  "id" uuid not null,
  "institution_id" uuid not null,
  "task" text not null,
  "asked_by" text not null,
  "started_at" timestamptz not null,
  "ended_at" timestamptz null,
  "result" text null,
  "failure" text null,
  primary key ("id")
);
create index "task_run_institution_id_task_started_at_index" on "task_run" ("institution_id", "task", "started_at");
alter table "task_run" add constraint "task_run_asked_by_check" check ("asked_by" in ('clock', 'operator'));
alter table "task_run" add constraint "task_run_institution_id_foreign" foreign key ("institution_id") references "institution" ("id");
`;

/** Actions of earlier versions stay: the trail is never rewritten. */
const AUDIT = `
alter table "audit_event" drop constraint "audit_event_action_check";
alter table "audit_event" add constraint "audit_event_action_check" check ("action" in ('institution.configured', 'institution.orcid-client-changed', 'access-key.created', 'access-key.revoked', 'researcher.signed-in', 'person.signed-in', 'person.case-opened', 'person.case-decided', 'connection.made', 'connection.denied', 'connection.refused', 'connection.disconnected', 'connection.found-revoked', 'connection.found-deactivated', 'token.ended', 'item.created', 'item.adopted', 'item.updated', 'item.removed', 'item.found-missing', 'item.found-again', 'item.found-removed', 'item.found-not-ours', 'item.allowed-again', 'item.refused', 'plan.held', 'plan.released', 'plan.rejected', 'feed.imported', 'feed.refused'));

analyze;
`;
