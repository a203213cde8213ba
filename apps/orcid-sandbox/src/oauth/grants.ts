import { type ClientSettings } from '../settings/settings.ts';
import { type Registry } from '../registry/registry.ts';
import { type AuthorizationCode } from './codes.ts';
import { signIdToken } from './id-token.ts';
import { clientScopesOf, grants, parseScopes } from './scopes.ts';
import { TokenError } from './token-error.ts';
import { tokenResponse } from './token-response.ts';
import { isActive, type Token } from './tokens.ts';

/** One request to the token endpoint, from a client that has said who it is. */
export interface GrantRequest {
  readonly registry: Registry;
  readonly client: ClientSettings;
  readonly form: URLSearchParams;
  readonly issuer: string;
}

export type Grant = (request: GrantRequest) => Promise<Record<string, unknown>>;

const MISMATCH = 'One of the provided parameters is invalid, or, the provided token/code is invalid or expired';

export const GRANTS: ReadonlyMap<string, Grant> = new Map<string, Grant>([
  ['authorization_code', exchangeCode],
  ['refresh_token', (request) => Promise.resolve(refresh(request))],
  ['client_credentials', (request) => Promise.resolve(clientCredentials(request))],
]);

async function exchangeCode(request: GrantRequest): Promise<Record<string, unknown>> {
  const { registry, client } = request;
  const code = usableCode(request);
  registry.codes.markUsed(code);
  const token = issueFor(registry, { ...code, code: code.code });
  const record = registry.record(code.orcid);
  const { accessToken } = token;
  const idToken =
    record === undefined || !code.scopes.includes('openid')
      ? undefined
      : await signIdToken(registry, request.issuer, { ...code, record, client, accessToken });
  return tokenResponse(registry, token, idToken);
}

/** A second use ends the tokens of the first (S: OrcidAuthorizationCodeServiceImpl, AUTH_CODE_REUSED). */
function usableCode({ registry, client, form }: GrantRequest): AuthorizationCode {
  const presented = form.get('code') ?? '';
  const code = registry.codes.find(presented);
  if (code === undefined || code.expiresAt <= registry.now()) {
    throw new TokenError(400, 'invalid_grant', 'codeUnknown', `Invalid authorization code: ${presented}`);
  }
  if (code.clientId !== client.id) throw new TokenError(400, 'invalid_grant', 'codeMismatch', MISMATCH);
  if (code.used === true) {
    registry.tokens.revoke(registry.tokens.issuedFrom(presented), 'AUTH_CODE_REUSED');
    registry.changed();
    throw new TokenError(400, 'invalid_grant', 'codeReused', `Reused authorization code: ${presented}`);
  }
  // It may be left out since 2025-10-02 (S: PR 7372, AuthorizationServerUtil sends it on only if it is not blank).
  const redirectUri = form.get('redirect_uri') ?? '';
  if (redirectUri !== '' && redirectUri !== code.redirectUri) {
    throw new TokenError(400, 'invalid_grant', 'redirectMismatch', MISMATCH);
  }
  return code;
}

function refresh({ registry, client, form }: GrantRequest): Record<string, unknown> {
  const parent = refreshable(registry, client, form.get('refresh_token') ?? '');
  const wanted = parseScopes(form.get('scope') ?? '');
  const foreign = wanted.find((scope) => !grants(parent.scopes, scope));
  if (foreign !== undefined) {
    const text = `The given scope '${foreign}' is not allowed for the parent token`;
    throw new TokenError(400, 'invalid_scope', 'refreshScope', text);
  }
  const scopes = wanted.length === 0 ? parent.scopes : wanted;
  const token = issueFor(registry, { clientId: client.id, orcid: parent.orcid, scopes });
  const { refreshRevokesOld, honourRevokeOld } = registry.settings.oauth;
  if (refreshRevokesOld || (honourRevokeOld && form.get('revoke_old') === 'true')) {
    registry.tokens.revoke([parent], 'CLIENT_REVOKED');
  }
  return tokenResponse(registry, token);
}

function refreshable(registry: Registry, client: ClientSettings, refreshToken: string): Token {
  const parent = registry.tokens.findByRefresh(refreshToken);
  if (parent === undefined) {
    throw new TokenError(400, 'invalid_grant', 'refreshUnknown', 'Unable to find refresh token');
  }
  if (parent.clientId !== client.id) {
    const text = 'This token does not belong to the given client';
    throw new TokenError(400, 'invalid_grant', 'refreshForeign', text);
  }
  if (!isActive(parent, registry.now())) {
    throw new TokenError(400, 'invalid_grant', 'refreshDisabled', 'Parent token is disabled');
  }
  return parent;
}

function clientCredentials({ registry, client, form }: GrantRequest): Record<string, unknown> {
  const scopes = parseScopes(form.get('scope') ?? '');
  const allowed = clientScopesOf(client);
  const refused = scopes.find((scope) => !allowed.includes(scope));
  if (refused !== undefined || scopes.length === 0) {
    throw new TokenError(400, 'invalid_scope', 'scopeRefused', `Invalid scope: ${refused ?? ''}`.trim());
  }
  return tokenResponse(registry, issueFor(registry, { clientId: client.id, scopes }));
}

interface Grantee {
  readonly clientId: string;
  readonly orcid?: string | undefined;
  readonly scopes: readonly string[];
  readonly code?: string;
}

export function issueFor(
  registry: Registry,
  { clientId, orcid, scopes, code }: Grantee,
  lifetimeSeconds?: number,
): Token {
  const now = registry.now();
  const token = registry.tokens.issue({
    clientId,
    ...(orcid === undefined ? {} : { orcid }),
    scopes,
    issuedAt: now,
    expiresAt: now + (lifetimeSeconds ?? registry.settings.oauth.tokenLifetimeSeconds) * 1000,
    ...(code === undefined ? {} : { code }),
  });
  registry.changed();
  return token;
}
