import { Migration } from '@mikro-orm/migrations';

/** Whoever the institution knows is a person, whether or not they do research. Renames only; constraints keep their rules. */
export class People extends Migration {
  override up(): void {
    this.addSql(RENAMES);
  }
}

const RENAMES = `
alter table "researcher" rename to "person";
alter table "person" rename constraint "researcher_pkey" to "person_pkey";
alter table "person" rename constraint "researcher_institution_id_staff_id_unique" to "person_institution_id_staff_id_unique";
alter table "person" rename constraint "researcher_consent_check" to "person_consent_check";
alter table "person" rename constraint "researcher_institution_id_foreign" to "person_institution_id_foreign";
alter index "researcher_institution_id_consent_id_index" rename to "person_institution_id_consent_id_index";

alter table "researcher_identity" rename to "person_identity";
alter table "person_identity" rename column "researcher_id" to "person_id";
alter table "person_identity" rename constraint "researcher_identity_pkey" to "person_identity_pkey";
alter table "person_identity" rename constraint "researcher_identity_institution_id_provider_identifier_unique" to "person_identity_institution_id_provider_identifier_unique";
alter table "person_identity" rename constraint "researcher_identity_institution_id_foreign" to "person_identity_institution_id_foreign";
alter table "person_identity" rename constraint "researcher_identity_researcher_id_foreign" to "person_identity_person_id_foreign";
alter index "researcher_identity_researcher_id_index" rename to "person_identity_person_id_index";

alter table "consent_event" rename column "researcher_id" to "person_id";
alter table "consent_event" rename constraint "consent_event_researcher_id_foreign" to "consent_event_person_id_foreign";
alter index "consent_event_researcher_id_at_index" rename to "consent_event_person_id_at_index";

alter table "connection" rename column "researcher_id" to "person_id";
alter table "connection" rename constraint "connection_researcher_id_orcid_environment_unique" to "connection_person_id_orcid_environment_unique";
alter table "connection" rename constraint "connection_researcher_id_foreign" to "connection_person_id_foreign";
alter index "connection_one_researcher_per_id" rename to "connection_one_person_per_id";
alter index "connection_one_id_per_researcher" rename to "connection_one_id_per_person";

alter table "retired_token" rename column "researcher_id" to "person_id";
alter table "retired_token" rename constraint "retired_token_researcher_id_foreign" to "retired_token_person_id_foreign";

alter table "rate_slot" rename column "door" to "bucket";
`;
