import { type ClientSettings } from '../settings/settings.ts';

/** The organisations' programs, as the settings define them. */
export class Clients {
  readonly #byId: ReadonlyMap<string, ClientSettings>;

  constructor(clients: readonly ClientSettings[]) {
    this.#byId = new Map(clients.map((client) => [client.id, client]));
  }

  find(id: string | undefined): ClientSettings | undefined {
    return id === undefined ? undefined : this.#byId.get(id);
  }

  get all(): readonly ClientSettings[] {
    return [...this.#byId.values()];
  }
}
