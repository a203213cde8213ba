/**
 * What each scope gives beside itself (M: message/ScopePathType.java). The old fine-grained scopes are what the code
 * checks; the combined ones that people are asked for imply them.
 */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  '/read-public': [],
  '/authenticate': ['/read-public'],
  openid: ['/authenticate'],
  '/orcid-bio/external-identifiers/create': ['/read-public'],
  '/orcid-bio/read-limited': ['/read-public'],
  '/orcid-bio/update': ['/orcid-bio/external-identifiers/create'],
  '/affiliations/create': ['/read-public'],
  '/affiliations/read-limited': ['/read-public'],
  '/affiliations/update': ['/read-public'],
  '/funding/create': ['/read-public'],
  '/funding/read-limited': ['/read-public'],
  '/funding/update': ['/read-public'],
  '/orcid-patents/create': ['/read-public'],
  '/orcid-patents/read-limited': ['/read-public'],
  '/orcid-patents/update': ['/read-public'],
  '/peer-review/create': ['/read-public'],
  '/peer-review/read-limited': ['/read-public'],
  '/peer-review/update': ['/read-public'],
  '/orcid-works/create': ['/read-public'],
  '/orcid-works/read-limited': ['/read-public'],
  '/orcid-works/update': ['/read-public'],
  '/person/read-limited': ['/orcid-bio/read-limited'],
  '/person/update': ['/orcid-bio/update'],
  '/activities/read-limited': [
    '/orcid-works/read-limited',
    '/affiliations/read-limited',
    '/funding/read-limited',
    '/peer-review/read-limited',
    '/orcid-patents/read-limited',
  ],
  '/activities/update': [
    '/orcid-works/create',
    '/orcid-works/update',
    '/affiliations/create',
    '/affiliations/update',
    '/funding/create',
    '/funding/update',
    '/peer-review/create',
    '/peer-review/update',
    '/orcid-patents/create',
    '/orcid-patents/update',
  ],
  '/read-limited': ['/activities/read-limited', '/person/read-limited'],
  '/orcid-profile/read-limited': ['/read-limited'],
  '/email/read-private': ['/read-public'],
  '/webhook': [],
  '/premium-notification': [],
  '/group-id-record/read': [],
  '/group-id-record/update': ['/group-id-record/read'],
};

/** Scopes of a token without a person; no user can grant them, except that a public read needs no grant. */
const CLIENT_CREDENTIALS = new Set([
  '/read-public',
  '/webhook',
  '/premium-notification',
  '/group-id-record/read',
  '/group-id-record/update',
]);

/** Asked for by OpenID libraries of their own accord, and ignored by ORCID. */
const OIDC_NOISE = new Set(['profile', 'email', 'address', 'phone', 'offline_access']);

const PUBLIC_USER = ['/authenticate', 'openid', '/read-public'];
/** `/email/read-private` is given to a client by name only. */
const RESTRICTED = new Set(['/email/read-private']);

export type ClientType = 'public' | 'member' | 'premium';

export function parseScopes(text: string): string[] {
  return [...new Set(text.split(/[\s+]+/).filter((scope) => scope !== '' && !OIDC_NOISE.has(scope)))];
}

/** Whether one of the granted scopes is the needed one or implies it. */
export function grants(granted: readonly string[], needed: string): boolean {
  return granted.some((scope) => scope === needed || grants(IMPLIED[scope] ?? [], needed));
}

export function isClientCredentialsScope(scope: string): boolean {
  return CLIENT_CREDENTIALS.has(scope);
}

/** What a client may ask a person for. */
export function userScopesOf(client: { type: ClientType; scopes?: readonly string[] | undefined }): readonly string[] {
  if (client.scopes !== undefined) return client.scopes.filter((scope) => isUserScope(scope));
  if (client.type === 'public') return PUBLIC_USER;
  return Object.keys(IMPLIED).filter((scope) => isUserScope(scope) && !RESTRICTED.has(scope));
}

/** What a client may ask for on its own behalf. */
export function clientScopesOf(client: {
  type: ClientType;
  scopes?: readonly string[] | undefined;
}): readonly string[] {
  if (client.scopes !== undefined) return client.scopes.filter(isClientCredentialsScope);
  if (client.type === 'public') return ['/read-public'];
  const groups = ['/read-public', '/group-id-record/read', '/group-id-record/update'];
  return client.type === 'premium' ? [...groups, '/webhook', '/premium-notification'] : groups;
}

function isUserScope(scope: string): boolean {
  return scope in IMPLIED && (!CLIENT_CREDENTIALS.has(scope) || scope === '/read-public');
}
