/** One registration: this client wants to hear at `uri` when this record has changed. */
export interface Webhook {
  readonly orcid: string;
  readonly uri: string;
  readonly clientId: string;
  readonly registered: number;
  /** How far the record had come when the last call succeeded, or at registration. */
  readonly seenRevision: number;
  readonly failures: number;
  readonly lastSent?: number;
  readonly lastFailed?: number;
}

/** All registrations; the key is the pair of iD and URI. Nobody can list them through the API. */
export class Webhooks {
  readonly #byKey = new Map<string, Webhook>();

  put(webhook: Webhook): void {
    this.#byKey.set(keyOf(webhook.orcid, webhook.uri), webhook);
  }

  find(orcid: string, uri: string): Webhook | undefined {
    return this.#byKey.get(keyOf(orcid, uri));
  }

  remove(webhook: Webhook): void {
    this.#byKey.delete(keyOf(webhook.orcid, webhook.uri));
  }

  clear(): void {
    this.#byKey.clear();
  }

  [Symbol.iterator](): IterableIterator<Webhook> {
    return this.#byKey.values();
  }
}

function keyOf(orcid: string, uri: string): string {
  return `${orcid} ${uri}`;
}
