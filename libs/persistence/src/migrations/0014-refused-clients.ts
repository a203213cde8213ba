import { Migration } from '@mikro-orm/migrations';

/** Which ORCID client was refused last time it asked for something, and by which key of ours a database was used. */
export class RefusedClients extends Migration {
  override up(): void {
    this.addSql(`alter table "orcid_client" add column "refused_at" timestamptz null;`);
    this.addSql(
      `create table "key_check" ("name" text not null, "digest" text not null, constraint "key_check_pkey" primary key ("name"));`,
    );
  }
}
