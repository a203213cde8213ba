import type { Consent, Researcher } from '@ligature/persistence';
import { ConsentState } from './consent.enum.ts';
import type { ResearcherType } from './researcher.type.ts';

const CONSENT: Readonly<Record<Consent, ConsentState>> = {
  none: ConsentState.NONE,
  active: ConsentState.ACTIVE,
  denied: ConsentState.DENIED,
  revoked: ConsentState.REVOKED,
  disconnected: ConsentState.DISCONNECTED,
};

export function toResearcherType(researcher: Researcher): ResearcherType {
  const { id, displayName, mail = null, staffId = null, orcidHint = null, consent, signedInAt } = researcher;
  return { id, displayName, mail, staffId, orcidHint, consent: CONSENT[consent], signedInAt };
}
