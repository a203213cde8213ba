import { type ClientSettings } from '../settings/settings.ts';
import { type World } from '../world/world.ts';
import { type AuthorizationCode } from './codes.ts';
import { signIdToken } from './id-token.ts';
import { clientScopesOf, grants, parseScopes } from './scopes.ts';
import { TokenError } from './token-error.ts';
import { tokenResponse } from './token-response.ts';
import { isActive, type Token } from './tokens.ts';

/** One request to the token endpoint, from a client that has said who it is. */
export interface GrantRequest {
  readonly world: World;
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
  const { world, client } = request;
  const code = usableCode(request);
  world.codes.markUsed(code);
  const token = issueFor(world, { ...code, code: code.code });
  const record = world.record(code.orcid);
  const { accessToken } = token;
  const idToken =
    record === undefined || !code.scopes.includes('openid')
      ? undefined
      : await signIdToken(world, request.issuer, { ...code, record, client, accessToken });
  return tokenResponse(world, token, idToken);
}

/** A second use ends the tokens of the first (S: OrcidAuthorizationCodeServiceImpl, AUTH_CODE_REUSED). */
function usableCode({ world, client, form }: GrantRequest): AuthorizationCode {
  const presented = form.get('code') ?? '';
  const code = world.codes.find(presented);
  if (code === undefined || code.expiresAt <= world.now()) {
    throw new TokenError(400, 'invalid_grant', 'codeUnknown', `Invalid authorization code: ${presented}`);
  }
  if (code.clientId !== client.id) throw new TokenError(400, 'invalid_grant', 'codeMismatch', MISMATCH);
  if (code.used === true) {
    world.tokens.revoke(world.tokens.issuedFrom(presented), 'AUTH_CODE_REUSED');
    world.changed();
    throw new TokenError(400, 'invalid_grant', 'codeReused', `Reused authorization code: ${presented}`);
  }
  // It may be left out since 2025-10-02 (S: PR 7372, AuthorizationServerUtil sends it on only if it is not blank).
  const redirectUri = form.get('redirect_uri') ?? '';
  if (redirectUri !== '' && redirectUri !== code.redirectUri) {
    throw new TokenError(400, 'invalid_grant', 'redirectMismatch', MISMATCH);
  }
  return code;
}

function refresh({ world, client, form }: GrantRequest): Record<string, unknown> {
  const parent = refreshable(world, client, form.get('refresh_token') ?? '');
  const wanted = parseScopes(form.get('scope') ?? '');
  const foreign = wanted.find((scope) => !grants(parent.scopes, scope));
  if (foreign !== undefined) {
    const text = `The given scope '${foreign}' is not allowed for the parent token`;
    throw new TokenError(400, 'invalid_scope', 'refreshScope', text);
  }
  const scopes = wanted.length === 0 ? parent.scopes : wanted;
  const token = issueFor(world, { clientId: client.id, orcid: parent.orcid, scopes });
  const { refreshRevokesOld, honourRevokeOld } = world.settings.oauth;
  if (refreshRevokesOld || (honourRevokeOld && form.get('revoke_old') === 'true')) {
    world.tokens.revoke([parent], 'CLIENT_REVOKED');
  }
  return tokenResponse(world, token);
}

function refreshable(world: World, client: ClientSettings, refreshToken: string): Token {
  const parent = world.tokens.findByRefresh(refreshToken);
  if (parent === undefined) {
    throw new TokenError(400, 'invalid_grant', 'refreshUnknown', 'Unable to find refresh token');
  }
  if (parent.clientId !== client.id) {
    const text = 'This token does not belong to the given client';
    throw new TokenError(400, 'invalid_grant', 'refreshForeign', text);
  }
  if (!isActive(parent, world.now())) {
    throw new TokenError(400, 'invalid_grant', 'refreshDisabled', 'Parent token is disabled');
  }
  return parent;
}

function clientCredentials({ world, client, form }: GrantRequest): Record<string, unknown> {
  const scopes = parseScopes(form.get('scope') ?? '');
  const allowed = clientScopesOf(client);
  const refused = scopes.find((scope) => !allowed.includes(scope));
  if (refused !== undefined || scopes.length === 0) {
    throw new TokenError(400, 'invalid_scope', 'scopeRefused', `Invalid scope: ${refused ?? ''}`.trim());
  }
  return tokenResponse(world, issueFor(world, { clientId: client.id, scopes }));
}

interface Grantee {
  readonly clientId: string;
  readonly orcid?: string | undefined;
  readonly scopes: readonly string[];
  readonly code?: string;
}

export function issueFor(world: World, { clientId, orcid, scopes, code }: Grantee, lifetimeSeconds?: number): Token {
  const now = world.now();
  const token = world.tokens.issue({
    clientId,
    ...(orcid === undefined ? {} : { orcid }),
    scopes,
    issuedAt: now,
    expiresAt: now + (lifetimeSeconds ?? world.settings.oauth.tokenLifetimeSeconds) * 1000,
    ...(code === undefined ? {} : { code }),
  });
  world.changed();
  return token;
}
