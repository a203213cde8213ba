import { Migration } from '@mikro-orm/migrations';

/** What signing out by the identity provider needs, and the ORCID iD that the institution has on file for a person. */
export class SigningOut extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}

const TABLES = `
alter table "session_record" add column "subject" text null;
create index "session_record_subject_index" on "session_record" ("subject");

alter table "one_time_record" drop constraint "one_time_record_purpose_check";
alter table "one_time_record" add constraint "one_time_record_purpose_check" check ("purpose" in ('saml-request', 'saml-assertion', 'saml-logout', 'oauth-transaction'));

alter table "researcher" add column "orcid_hint" text null;
`;
