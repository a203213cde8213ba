import { ConfigurationError } from '@ligature/runtime';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { PersistenceConfig } from '../persistence.config.ts';
import type { Keyring } from './keyring.ts';

const SEALED = [
  { table: 'connection', column: 'access_token' },
  { table: 'connection', column: 'refresh_token' },
  { table: 'orcid_client', column: 'client_secret' },
  { table: 'retired_token', column: 'access_token' },
] as const;

interface UsedKey {
  readonly kid: string;
  readonly rows: number;
}

/**
 * The keys of this deployment, which open all that is stored.
 * @throws ConfigurationError when a key that sealed something is neither there nor known to be lost
 */
export async function checkKeyring(em: EntityManager, { keyring, lostKeys }: PersistenceConfig): Promise<Keyring> {
  const used = await em.execute<UsedKey[]>(USED_KEYS);
  const missing = used.filter(({ kid }) => keyring.find(kid) === undefined && !lostKeys.has(kid));
  if (missing.length > 0) throw new ConfigurationError(missing.map(faultOf));
  return keyring;
}

function faultOf({ kid, rows }: UsedKey): string {
  return (
    `TOKEN_KEYS lacks the key "${kid}", which sealed ${rows} stored value${rows === 1 ? '' : 's'}. Put it back, after the newest one. ` +
    `Only if it is lost for good, name it in LOST_TOKEN_KEYS: these values then cannot be used again.`
  );
}

/** The few names in each index, jumping from one to the next (PostgreSQL has no loose index scan), and how often each is there. */
const USED_KEYS = `select kid, sum(rows)::int as rows from (${SEALED.map(usedIn).join(' union all ')}) used group by kid order by kid`;

function usedIn({ table, column }: (typeof SEALED)[number]): string {
  const key = `sealing_key(${column})`;
  return `(with recursive used(kid) as (
      (select ${key} from ${table} where ${key} is not null order by 1 limit 1)
      union all
      select (select ${key} from ${table} where ${key} > used.kid order by 1 limit 1) from used where used.kid is not null)
    select kid, (select count(*) from ${table} where ${key} = kid) as rows from used where kid is not null)`;
}
