import type { InstitutionalPerson } from '../institutional-person.ts';
import type { ProviderSession } from '@ligature/identity-model';

/** Somebody whom their institution vouched for, about to be let in. */
export interface SignOnResult {
  readonly person: InstitutionalPerson;
  readonly institutionId: string;
  /** Path of ours to go on with. */
  readonly returnTo: string;
  /** To be kept with the session, so that signing out reaches the provider too. */
  readonly providerSession: ProviderSession;
}
