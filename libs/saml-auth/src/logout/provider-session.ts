import { createHash } from 'node:crypto';
import type { ProviderSession } from '@ligature/identity-model';
import { readInstant } from '../checks/instants.ts';
import type { SignedAssertion } from '../checks/signed-assertion.ts';

export function providerSessionOf(
  { nameId, authentications }: SignedAssertion,
  { institutionId, entityId }: { readonly institutionId: string; readonly entityId: string },
): ProviderSession {
  return {
    institutionId,
    provider: entityId,
    nameId: nameId && {
      value: nameId.text.trim(),
      format: nameId.attributes.get('Format'),
      nameQualifier: nameId.attributes.get('NameQualifier'),
      spNameQualifier: nameId.attributes.get('SPNameQualifier'),
    },
    sessionIndex: authentications
      .map((statement) => statement.get('SessionIndex'))
      .find((index) => index !== undefined),
    endsAt: endOf(authentications),
  };
}

/** The first of several ends: each statement speaks of the whole session. */
function endOf(authentications: SignedAssertion['authentications']): string | undefined {
  const ends = authentications.flatMap((statement) => statement.get('SessionNotOnOrAfter') ?? []).map(readInstant);
  return ends.length === 0 ? undefined : new Date(Math.min(...ends)).toISOString();
}

/** Names the person of a session among all providers', by a hash: sessions are looked for by it, and it tells nothing. */
export function sessionSubject(institutionId: string, provider: string, nameId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([institutionId, provider, nameId]))
    .digest('base64url');
}
