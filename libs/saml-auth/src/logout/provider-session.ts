import { createHash } from 'node:crypto';
import type { SignedAssertion } from '../checks/signed-assertion.ts';

/** How a provider names the session that it began for a person: what its logout messages speak of. */
export interface ProviderSession {
  readonly institutionId: string;
  /** Entity id of the provider. */
  readonly provider: string;
  readonly nameId: SessionNameId | undefined;
  readonly sessionIndex: string | undefined;
}

export interface SessionNameId {
  readonly value: string;
  readonly format: string | undefined;
  readonly nameQualifier: string | undefined;
  readonly spNameQualifier: string | undefined;
}

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
  };
}

/** Names the person of a session among all providers', by a hash: sessions are looked for by it, and it tells nothing. */
export function sessionSubject(institutionId: string, provider: string, nameId: string): string {
  return createHash('sha256')
    .update(JSON.stringify([institutionId, provider, nameId]))
    .digest('base64url');
}
