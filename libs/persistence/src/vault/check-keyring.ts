import { ConfigurationError, counted } from '@ligature/runtime';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { FlattenedJWE } from 'jose';
import type { PersistenceConfig } from '../persistence.config.ts';
import { whenDatabaseAnswers } from '../when-database-answers.ts';
import { hasWrapped } from './has-wrapped.ts';
import type { Keyring } from './keyring.ts';

/** A pending grant's refresh token is sealed together with the access token of its retired token, and so by the same key. */
const SEALED = [
  { table: 'connection', column: 'access_token' },
  { table: 'connection', column: 'refresh_token' },
  { table: 'orcid_client', column: 'client_secret' },
  { table: 'retired_token', column: 'access_token' },
] as const;

interface UsedKey {
  readonly kid: string;
  readonly rows: number;
  /** One sealed value of each column in which the key was used. */
  readonly samples: readonly string[];
}

/**
 * The keys of this deployment, which open all that is stored.
 * @throws ConfigurationError when a key that sealed something is neither there nor known to be lost, or the database cannot be used
 */
export async function checkKeyring(em: EntityManager, { url, keyring, lostKeys }: PersistenceConfig): Promise<Keyring> {
  const used = await whenDatabaseAnswers(url, () => em.execute<UsedKey[]>(USED_KEYS));
  const faults = used.filter(({ kid }) => !lostKeys.has(kid)).flatMap((key) => faultsOf(key, keyring));
  if (faults.length > 0) throw new ConfigurationError(faults);
  return keyring.without(lostKeys);
}

function faultsOf(used: UsedKey, keyring: Keyring): string[] {
  const keys = keyring.named(used.kid);
  if (keys.length === 0) return [missing(used)];
  const values = used.samples.map((sample) => JSON.parse(sample) as FlattenedJWE);
  return values.every((value) => keys.some((key) => hasWrapped(key, value))) ? [] : [mistaken(used)];
}

function missing({ kid, rows }: UsedKey): string {
  return (
    `TOKEN_KEYS lacks the key "${kid}", which sealed ${counted(rows, 'stored value')}. Put it back, after the newest one. ` +
    `Only if it is lost for good, name it in LOST_TOKEN_KEYS: these values then cannot be used again.`
  );
}

function mistaken({ kid, rows }: UsedKey): string {
  return (
    `TOKEN_KEYS: the key "${kid}" is not the one that sealed what is stored under its name (${counted(rows, 'value')}). ` +
    `Put that one back, after the newest one; a new key needs a name of its own. If both have sealed something since, write both, ` +
    `"${kid}" twice. Only if the former one is lost for good, name "${kid}" in LOST_TOKEN_KEYS and give the new one another name.`
  );
}

/** The few names in each index, jumping from one to the next (PostgreSQL has no loose index scan), and how often each is there. */
const USED_KEYS = `
  select kid, sum(rows)::int as rows, array_agg(sample) as samples
    from (${SEALED.map(usedIn).join(' union all ')}) used group by kid order by kid`;

function usedIn({ table, column }: (typeof SEALED)[number]): string {
  const key = `sealing_key(${column})`;
  return `(with recursive used(kid) as (
      (select ${key} from ${table} where ${key} is not null order by 1 limit 1)
      union all
      select (select ${key} from ${table} where ${key} > used.kid order by 1 limit 1) from used where used.kid is not null)
    select kid, (select count(*) from ${table} where ${key} = kid) as rows,
           (select ${column} from ${table} where ${key} = kid limit 1) as sample
      from used where kid is not null)`;
}
