import type { Request } from 'express';

const PARAMETERS = ['state', 'code', 'error', 'iss'] as const;

/** What ORCID sent the browser back with, as it stands in the address; nothing of it is believed yet. */
export type AuthorizationAnswer = Readonly<Partial<Record<(typeof PARAMETERS)[number], string>>>;

/** Reads the answer; an empty parameter is none. @returns undefined when one comes twice, as only an attacker sends it */
export function readAnswer({ query }: Request): AuthorizationAnswer | undefined {
  const given = PARAMETERS.map((name) => [name, query[name]] as const);
  if (!given.every(([, value]) => value === undefined || typeof value === 'string')) return undefined;
  return Object.fromEntries(given.filter(([, value]) => value !== undefined && value !== ''));
}
