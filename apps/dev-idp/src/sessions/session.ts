import { randomUUID } from 'node:crypto';
import { HOUR, later } from '../clock.ts';
import { type Person } from '../settings.ts';
import { type NameId } from '../sign-on/name-id.ts';

/** A browser that is signed in here, and the service providers that got an assertion about it. */
export class Session {
  readonly id = randomUUID();
  readonly index = `_${randomUUID()}`;
  readonly #participants: NameId[] = [];
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

  /** The same person has shown again who they are; participants of the session still know it by its index. */
  renew(now: Date): void {
    this.#authenticatedAt = now;
  }

  addParticipant(nameId: NameId): void {
    this.#participants.push(nameId);
  }

  knows(nameId: Pick<NameId, 'value' | 'audience'>): boolean {
    return this.#participants.some(({ value, audience }) => value === nameId.value && audience === nameId.audience);
  }

  /** The latest name each service provider was given. */
  get participants(): NameId[] {
    return [...new Map(this.#participants.map((nameId) => [nameId.audience, nameId])).values()];
  }
}
