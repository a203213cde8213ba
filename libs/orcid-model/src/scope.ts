/** The scopes ORCID grants; whatever else an answer names grants nothing here. */
export const SCOPES = [
  'openid',
  '/authenticate',
  '/read-public',
  '/read-limited',
  '/activities/update',
  '/person/update',
  '/email/read-private',
  '/webhook',
  '/premium-notification',
  '/group-id-record/read',
  '/group-id-record/update',
] as const;

export type Scope = (typeof SCOPES)[number];

/**
 * What each scope grants beside itself. Source: ScopePathType in ORCID's model repository
 * (src/main/java/org/orcid/jaxb/model/message/ScopePathType.java).
 */
const IMPLIED: Partial<Record<Scope, readonly Scope[]>> = {
  openid: ['/authenticate'],
  '/authenticate': ['/read-public'],
  '/read-limited': ['/read-public'],
  '/activities/update': ['/read-public'],
  '/person/update': ['/read-public'],
  '/group-id-record/update': ['/group-id-record/read'],
};

export function isScope(text: string): text is Scope {
  return (SCOPES as readonly string[]).includes(text);
}

/** Reads the `scope` member of a token answer: separated by spaces, in any order, unknown ones left out. */
export function parseScopes(text: string): Scope[] {
  return [...new Set(text.split(/\s+/).filter(isScope))];
}

/** Whether somebody who holds `granted` may do what needs `needed`. */
export function includesScope(granted: readonly Scope[], needed: Scope): boolean {
  return granted.some((scope) => scope === needed || includesScope(IMPLIED[scope] ?? [], needed));
}
