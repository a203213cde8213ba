import { type Tree } from '../shape/shape.ts';

export interface Notification {
  readonly putCode: number;
  readonly orcid: string;
  readonly clientId: string;
  readonly content: Tree;
  readonly created: number;
  readonly read?: number;
  readonly archived?: number;
  /** Sent by ORCID for the client, which does not see it in the API. */
  readonly isFromOrcid?: true;
}

interface Keeping {
  readonly archiveMs: number;
  readonly deleteMs: number;
  readonly now: () => number;
}

/** What lies in people's inboxes. Old notices are archived, and older ones deleted (S: PR 7454, 2026-02-20). */
export class Notifications {
  readonly #byPutCode = new Map<number, Notification>();

  constructor(private readonly keeping: Keeping) {}

  put(notification: Notification): void {
    this.#byPutCode.set(notification.putCode, notification);
  }

  find(orcid: string, putCode: number): Notification | undefined {
    return this.of(orcid).find((notification) => notification.putCode === putCode);
  }

  of(orcid: string): Notification[] {
    return [...this].filter((notification) => notification.orcid === orcid);
  }

  archivedAt({ created, archived }: Notification): number {
    return archived ?? created + this.keeping.archiveMs;
  }

  deletedAt({ created }: Notification): number {
    return created + this.keeping.deleteMs;
  }

  clear(): void {
    this.#byPutCode.clear();
  }

  [Symbol.iterator](): IterableIterator<Notification> {
    const now = this.keeping.now();
    for (const notification of this.#byPutCode.values()) this.#age(notification, now);
    return this.#byPutCode.values();
  }

  #age(notification: Notification, now: number): void {
    const archived = this.archivedAt(notification);
    if (now >= this.deletedAt(notification)) this.#byPutCode.delete(notification.putCode);
    else if (notification.archived === undefined && now >= archived) this.put({ ...notification, archived });
  }
}
