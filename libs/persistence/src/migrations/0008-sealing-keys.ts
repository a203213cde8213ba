import { Migration } from '@mikro-orm/migrations';

/**
 * Which key sealed a value, as an index: each start asks whether it has all of them, and replacing a key needs the rows that
 * the old one sealed. The name is in the protected header (RFC 7516 section 7.2.2), base64url without padding.
 */
export class SealingKeys extends Migration {
  override up(): void {
    this.addSql(`
create function sealing_key(sealed text) returns text language sql immutable strict parallel safe return
  convert_from(decode(rpad(translate(substring(sealed from '"protected":"([A-Za-z0-9_-]+)"'), '-_', '+/'),
    (length(substring(sealed from '"protected":"([A-Za-z0-9_-]+)"')) + 3) / 4 * 4, '='), 'base64'), 'UTF8')::json ->> 'kid';

create index "connection_access_token_sealing_key" on "connection" (sealing_key("access_token"));
create index "connection_refresh_token_sealing_key" on "connection" (sealing_key("refresh_token"));
create index "orcid_client_client_secret_sealing_key" on "orcid_client" (sealing_key("client_secret"));
create index "retired_token_access_token_sealing_key" on "retired_token" (sealing_key("access_token"));
`);
  }
}
