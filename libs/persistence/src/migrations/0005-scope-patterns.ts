import { Migration } from '@mikro-orm/migrations';

/** Patterns of domains that an identity provider may speak for. Every source is read again: until now they were left out. */
export class ScopePatterns extends Migration {
  override up(): void {
    this.addSql(`
alter table "identity_provider" add column "scope_patterns" text[] not null default '{}';
alter table "identity_provider" alter column "scope_patterns" drop default;

update "metadata_source" set "etag" = null, "last_modified" = null, "read_at" = null;
`);
  }
}
