import { type Registry } from '../registry/registry.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type AuthorizationRequest, type Refusal } from './authorization-request.ts';
import { issueFor } from './grants.ts';
import { signIdToken } from './id-token.ts';
import { type Session } from './sessions.ts';

/** Where the browser goes with the good news: a code in the query, or tokens in the fragment. */
export async function grantedLocation(
  registry: Registry,
  issuer: string,
  request: AuthorizationRequest,
  session: Session,
): Promise<string> {
  const record = registry.record(session.orcid);
  if (request.responseType === 'code' || record === undefined) return codeLocation(registry, request, session);
  return implicitLocation(registry, issuer, request, session, record);
}

function codeLocation(registry: Registry, request: AuthorizationRequest, session: Session): string {
  const { client, scopes, redirectUri, nonce, state } = request;
  const code = registry.codes.issue({
    clientId: client.id,
    orcid: session.orcid,
    scopes,
    redirectUri,
    ...(nonce === undefined ? {} : { nonce }),
    authTime: session.signedInAt,
    expiresAt: registry.now() + registry.settings.oauth.codeLifetimeSeconds * 1000,
  });
  registry.changed();
  return withQuery(redirectUri, { code: code.code, state });
}

async function implicitLocation(
  registry: Registry,
  issuer: string,
  request: AuthorizationRequest,
  session: Session,
  record: OrcidRecord,
): Promise<string> {
  const { client, scopes, nonce, responseType, redirectUri, state } = request;
  const lifetime = registry.settings.oauth.implicitLifetimeSeconds;
  const wantsToken = responseType !== 'id_token';
  const accessToken = wantsToken
    ? issueFor(registry, { clientId: client.id, orcid: record.orcid, scopes }, lifetime).accessToken
    : undefined;
  const subject = { record, client, authTime: session.signedInAt, nonce, accessToken };
  const wantsIdToken = responseType !== 'token' || scopes.includes('openid');
  return withFragment(redirectUri, {
    access_token: accessToken,
    token_type: wantsToken ? 'bearer' : undefined,
    expires_in: wantsToken ? String(lifetime - 1) : undefined,
    tokenVersion: wantsToken ? '1' : undefined,
    persistent: wantsToken ? 'false' : undefined,
    id_token: wantsIdToken ? await signIdToken(registry, issuer, subject) : undefined,
    state,
  });
}

/** The person said no: always in the query (SO: OauthAuthorizeController). */
export function deniedLocation({ redirectUri, state }: AuthorizationRequest): string {
  return withQuery(redirectUri, { error: 'access_denied', error_description: 'User denied access', state });
}

/** Today's page puts other errors in the fragment, without words or state; the documents say query. */
export function refusedLocation(registry: Registry, { redirectUri, error, description, state }: Refusal): string {
  if (registry.settings.oauth.authorizeErrors === 'query') {
    return withQuery(redirectUri, { error, error_description: description, state });
  }
  const isPrompt = error === 'login_required' || error === 'interaction_required';
  return isPrompt ? `${redirectUri}#${error}` : withFragment(redirectUri, { error });
}

type Parameters = Readonly<Record<string, string | undefined>>;

function withQuery(uri: string, parameters: Parameters): string {
  const [base = '', fragment] = uri.split('#');
  const joined = `${base}${base.includes('?') ? '&' : '?'}${encode(parameters)}`;
  return fragment === undefined ? joined : `${joined}#${fragment}`;
}

function withFragment(uri: string, parameters: Parameters): string {
  return `${uri}#${encode(parameters)}`;
}

function encode(parameters: Parameters): string {
  return Object.entries(parameters)
    .flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]))
    .join('&');
}
