import { randomUUID } from 'node:crypto';
import { HOUR, later } from '../clock.ts';
import { type Person } from '../settings.ts';
import { type NameId } from '../sign-on/name-id.ts';

/** A browser that is signed in here, and the service providers that were told so. */
export class Session {
  readonly id = randomUUID();
  readonly index = `_${randomUUID()}`;
  readonly #told: NameId[] = [];
  #authenticatedAt: Date;

  constructor(
    readonly person: Person,
    now: Date,
  ) {
    this.#authenticatedAt = now;
  }

  get authenticatedAt(): Date {
    return this.#authenticatedAt;
  }

  get endsAt(): Date {
    return later(this.#authenticatedAt, 8 * HOUR);
  }

  /** The same person has shown again who they are; those who were told of the session still know it by its index. */
  renew(now: Date): void {
    this.#authenticatedAt = now;
  }

  tell(nameId: NameId): void {
    this.#told.push(nameId);
  }

  knows(nameId: Pick<NameId, 'value' | 'audience'>): boolean {
    return this.#told.some(({ value, audience }) => value === nameId.value && audience === nameId.audience);
  }

  /** The latest name each service provider was given. */
  get participants(): NameId[] {
    return [...new Map(this.#told.map((nameId) => [nameId.audience, nameId])).values()];
  }
}
