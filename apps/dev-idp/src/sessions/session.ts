import { randomUUID } from 'node:crypto';
import { HOUR, later } from '../clock.ts';
import { type Person } from '../settings.ts';
import { type NameId } from '../sign-on/name-id.ts';

/** A browser that is signed in here, and the service providers that were told so. */
export class Session {
  readonly id = randomUUID();
  readonly index = `_${randomUUID()}`;
  readonly endsAt: Date;
  readonly #told: NameId[] = [];

  constructor(
    readonly person: Person,
    readonly authenticatedAt: Date,
  ) {
    this.endsAt = later(authenticatedAt, 8 * HOUR);
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
