import { randomUUID } from 'node:crypto';
import { type ClientSettings } from '../settings/settings.ts';

/** A secret that replaced the one of the settings, or another. */
export interface ClientSecret {
  readonly clientId: string;
  readonly secret: string;
  readonly since: number;
}

/** The organisations' programs, as the settings define them, and the secrets they were given since. */
export class Clients {
  readonly #byId: ReadonlyMap<string, ClientSettings>;
  readonly #secrets = new Map<string, ClientSecret[]>();

  constructor(
    clients: readonly ClientSettings[],
    private readonly oldSecretMs: number,
  ) {
    this.#byId = new Map(clients.map((client) => [client.id, client]));
  }

  find(id: string | undefined): ClientSettings | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  get all(): readonly ClientSettings[] {
    return [...this.#byId.values()];
  }

  /** All secrets that replaced another, for the state file. */
  get secrets(): readonly ClientSecret[] {
    return [...this.#secrets.values()].flat();
  }

  /** A reset leaves the old secret good for a while (S: ClientSecretDaoImpl, CleanOldClientKeysCronJob). */
  resetSecret(client: ClientSettings, now: number, secret: string = randomUUID()): ClientSecret {
    const replaced = { clientId: client.id, secret, since: now };
    this.restoreSecret(replaced);
    return replaced;
  }

  restoreSecret(secret: ClientSecret): void {
    this.#secrets.set(secret.clientId, [...(this.#secrets.get(secret.clientId) ?? []), secret]);
  }

  /** The secrets that are good now: the newest, and those that were replaced lately. */
  secretsOf(client: ClientSettings, now: number): string[] {
    const all = [{ secret: client.secret, since: 0 }, ...(this.#secrets.get(client.id) ?? [])];
    const isGood = (index: number) => {
      const replacedAt = all[index + 1]?.since;
      return replacedAt === undefined || now < replacedAt + this.oldSecretMs;
    };
    return all.filter((_one, index) => isGood(index)).map(({ secret }) => secret);
  }

  clear(): void {
    this.#secrets.clear();
  }
}
