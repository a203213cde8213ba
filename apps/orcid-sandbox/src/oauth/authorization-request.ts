import { type ClientSettings, type Settings } from '../settings/settings.ts';
import { type Registry } from '../registry/registry.ts';
import { isRegistered } from './redirect-uri.ts';
import { parseScopes, userScopesOf } from './scopes.ts';

const RESPONSE_TYPES = ['code', 'token', 'id_token', 'id_token token'] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number];

/** A request to `/oauth/authorize` that may be shown to a person. */
export interface AuthorizationRequest {
  readonly client: ClientSettings;
  readonly redirectUri: string;
  readonly responseType: ResponseType;
  readonly scopes: readonly string[];
  readonly state: string | undefined;
  readonly nonce: string | undefined;
  readonly prompt: readonly string[];
  readonly maxAge: number | undefined;
}

export type ReadRequest =
  | { readonly kind: 'valid'; readonly request: AuthorizationRequest }
  /** Shown at ORCID; the browser is never sent to an address nobody has registered. */
  | { readonly kind: 'page'; readonly message: string }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

/** An error that the client is told, at its redirect URI. */
export interface Refusal {
  readonly redirectUri: string;
  readonly error: string;
  readonly description: string;
  readonly state: string | undefined;
}

export function readAuthorizationRequest(registry: Registry, query: URLSearchParams): ReadRequest {
  const client = registry.clients.find(query.get('client_id') ?? undefined);
  if (client === undefined) return page('Invalid client_id: there is no such client.');
  if (client.state !== 'active') return page(`The client is ${client.state}.`);
  const redirectUri = query.get('redirect_uri');
  if (redirectUri === null) return page('The parameter redirect_uri is missing.');
  if (!isRegistered(redirectUri, client.redirectUris, registry.settings.oauth.redirectMatching)) {
    return page("Redirect URI doesn't match your registered redirect URIs.");
  }
  for (const name of ['response_type', 'scope']) {
    if ((query.get(name) ?? '') === '') return page(`The parameter ${name} is missing.`);
  }
  return readRegistered(client, redirectUri, query, registry.settings.oauth);
}

function readRegistered(
  client: ClientSettings,
  redirectUri: string,
  query: URLSearchParams,
  { implicitScopes }: Settings['oauth'],
): ReadRequest {
  const state = query.get('state') ?? undefined;
  const nonce = query.get('nonce') ?? undefined;
  const refused = (error: string, description: string): ReadRequest => ({
    kind: 'refused',
    refusal: { redirectUri, error, description, state },
  });
  const responseType = RESPONSE_TYPES.find((type) => type === sorted(query.get('response_type') ?? ''));
  if (responseType === undefined) {
    return refused('unsupported_response_type', `Unsupported response types: [${query.get('response_type') ?? ''}]`);
  }
  const asked = parseScopes(query.get('scope') ?? '');
  const scopes = responseType === 'code' || implicitScopes === 'refuse' ? asked : narrowed(asked);
  const foreign = firstForeign(client, scopes, responseType);
  if (scopes.length === 0 || foreign !== undefined) return refused('invalid_scope', `Invalid scope: ${foreign ?? ''}`);
  if (responseType.includes('id_token') && nonce === undefined) {
    return refused('invalid_request', 'Implicit id_token requests must have nonce');
  }
  const prompt = (query.get('prompt') ?? '').split(' ').filter((word) => word !== '');
  const maxAge = /^\d+$/.test(query.get('max_age') ?? '') ? Number(query.get('max_age')) : undefined;
  const request = { client, redirectUri, responseType, scopes, state, nonce, prompt, maxAge };
  return { kind: 'valid', request };
}

const IMPLICIT_SCOPES = ['openid', '/authenticate'];

/** What is left of the scopes in the implicit flow, and what was asked for when nothing is (SO: OauthAuthorizeController). */
function narrowed(scopes: readonly string[]): readonly string[] {
  const left = scopes.filter((scope) => IMPLICIT_SCOPES.includes(scope));
  return left.length === 0 ? scopes : left;
}

/** The implicit flow only says who somebody is; everything else needs a code. */
function firstForeign(client: ClientSettings, scopes: readonly string[], type: ResponseType): string | undefined {
  const allowed = type === 'code' ? userScopesOf(client) : IMPLICIT_SCOPES;
  return scopes.find((scope) => !allowed.includes(scope));
}

/** `token id_token` and `id_token token` are the same. */
function sorted(responseType: string): string {
  return responseType.split(' ').sort().join(' ');
}

function page(message: string): ReadRequest {
  return { kind: 'page', message };
}
