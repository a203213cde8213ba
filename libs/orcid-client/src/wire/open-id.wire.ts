import type { JsonWebKey } from 'node:crypto';
import type { OrcidId } from '@ligature/orcid-model';
import { allAt, objectIn } from './json.ts';
import { at, maybe, object } from './object.wire.ts';
import { orcidId } from './scalar.wire.ts';
import { text } from './text.wire.ts';
import { UnreadableError } from './unreadable.error.ts';

/** Whose token it is. Of the name only what is public. */
export interface UserInfo {
  readonly orcid: OrcidId;
  /** The name to be credited with. */
  readonly name?: string;
  readonly givenName?: string;
  readonly familyName?: string;
}

export const userInfo = object<UserInfo>({
  orcid: at('sub', orcidId),
  name: maybe('name', text()),
  givenName: maybe('given_name', text()),
  familyName: maybe('family_name', text()),
});

/** Where ORCID's OpenID Connect is found. */
export interface OpenIdConfiguration {
  readonly issuer: string;
  readonly authorizationEndpoint: string;
  readonly tokenEndpoint: string;
  readonly userInfoEndpoint: string;
  readonly keysUri: string;
}

export const openIdConfiguration = object<OpenIdConfiguration>({
  issuer: at('issuer', text()),
  authorizationEndpoint: at('authorization_endpoint', text()),
  tokenEndpoint: at('token_endpoint', text()),
  userInfoEndpoint: at('userinfo_endpoint', text()),
  keysUri: at('jwks_uri', text()),
});

/** Keys as they are: whoever checks a signature reads them. @throws UnreadableError also when there is none */
export function readKeys(json: unknown): JsonWebKey[] {
  const keys = allAt(json, ['keys']).map((key) => objectIn(key) as JsonWebKey);
  if (keys.length === 0) throw new UnreadableError('a set of keys');
  return keys;
}
