import type { Consent, PersonRow } from '@ligature/persistence';
import { ConsentState } from './consent.enum.ts';
import type { PersonType } from './person.type.ts';

const CONSENT: Readonly<Record<Consent, ConsentState>> = {
  none: ConsentState.NONE,
  active: ConsentState.ACTIVE,
  denied: ConsentState.DENIED,
  revoked: ConsentState.REVOKED,
  disconnected: ConsentState.DISCONNECTED,
  deactivated: ConsentState.DEACTIVATED,
};

export function toPersonType(person: PersonRow): PersonType {
  const { id, displayName = null, mail = null, orcidHint = null, department, categories, consent } = person;
  const { signedInAt = null } = person;
  return { id, displayName, mail, department, categories, orcidHint, consent: CONSENT[consent], signedInAt };
}
