import type { Consent, Person } from '@ligature/persistence';
import { ConsentState } from './consent.enum.ts';
import type { PersonType } from './person.type.ts';

const CONSENT: Readonly<Record<Consent, ConsentState>> = {
  none: ConsentState.NONE,
  active: ConsentState.ACTIVE,
  denied: ConsentState.DENIED,
  revoked: ConsentState.REVOKED,
  disconnected: ConsentState.DISCONNECTED,
};

export function toPersonType(person: Person): PersonType {
  const { id, displayName, mail = null, staffId = null, orcidHint = null, consent, signedInAt } = person;
  return { id, displayName, mail, staffId, orcidHint, consent: CONSENT[consent], signedInAt };
}
