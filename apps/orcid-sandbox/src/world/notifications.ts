import { type Tree } from '../shape/shape.ts';

export interface Notification {
  readonly putCode: number;
  readonly orcid: string;
  readonly clientId: string;
  readonly content: Tree;
  readonly created: number;
  readonly read?: number;
  readonly archived?: number;
}

/** What members have put into people's inboxes. */
export class Notifications {
  readonly #byPutCode = new Map<number, Notification>();

  put(notification: Notification): void {
    this.#byPutCode.set(notification.putCode, notification);
  }

  find(orcid: string, putCode: number): Notification | undefined {
    const found = this.#byPutCode.get(putCode);
    return found?.orcid === orcid ? found : undefined;
  }

  of(orcid: string): Notification[] {
    return [...this].filter((notification) => notification.orcid === orcid);
  }

  clear(): void {
    this.#byPutCode.clear();
  }

  [Symbol.iterator](): IterableIterator<Notification> {
    return this.#byPutCode.values();
  }
}
