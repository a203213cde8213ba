import { createHash, randomUUID } from 'node:crypto';
import { type ClientSettings } from '../settings/settings.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';

interface Subject {
  readonly record: OrcidRecord;
  readonly client: ClientSettings;
  readonly authTime: number;
  readonly nonce?: string | undefined;
  readonly accessToken?: string | undefined;
}

/** The OpenID statement that this person signed in (S: OpenIDConnectTokenEnhancer; no e-mail, ever). */
export function signIdToken(registry: Registry, issuer: string, subject: Subject): Promise<string> {
  const { record, client, authTime, nonce, accessToken } = subject;
  const issuedAt = seconds(registry.now());
  return registry.key.sign({
    iss: issuer,
    sub: record.orcid,
    aud: client.id,
    jti: randomUUID(),
    iat: issuedAt,
    exp: issuedAt + registry.settings.oauth.idTokenLifetimeSeconds,
    auth_time: seconds(authTime),
    ...(accessToken === undefined ? {} : { at_hash: halfHash(accessToken) }),
    ...(nonce === undefined ? {} : { nonce }),
    ...(client.type === 'public' ? {} : { amr: record.profile.twoFactor ? 'mfa' : 'pwd' }),
    ...publicNames(record),
  });
}

export function publicNames({ profile }: OrcidRecord): Record<string, string> {
  if (profile.nameVisibility !== 'public') return {};
  return {
    ...(profile.creditName === undefined ? {} : { name: profile.creditName }),
    given_name: profile.givenNames,
    ...(profile.familyName === undefined ? {} : { family_name: profile.familyName }),
  };
}

/** OpenID Connect Core 3.1.3.6: the left half of the hash, base64url. */
function halfHash(accessToken: string): string {
  return createHash('sha256').update(accessToken).digest().subarray(0, 16).toString('base64url');
}

function seconds(instant: number): number {
  return Math.floor(instant / 1000);
}
