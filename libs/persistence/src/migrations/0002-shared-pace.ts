import { Migration } from '@mikro-orm/migrations';

/** What processes share to stay within ORCID's limits together. Unlogged: after a crash nobody is in a hurry. */
export class SharedPace extends Migration {
  override up(): void {
    this.addSql(TABLES);
  }
}

const TABLES = `
create unlogged table "rate_slot" (
  "door" text not null,
  "next_at" timestamptz not null,
  primary key ("door")
);

create unlogged table "write_lease" (
  "subject" text not null,
  "holder" text not null,
  "until" timestamptz not null,
  primary key ("subject")
);
`;
