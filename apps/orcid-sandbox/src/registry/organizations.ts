import { type OrganizationSettings } from '../settings/settings.ts';
import { BUILT_IN_ORGANIZATIONS } from './built-in-organizations.ts';

/** ORCID's own table of organisations: an identifier that is not in it is refused (9045). */
export class Organizations {
  readonly #known = new Set<string>();
  readonly #byDomain = new Map<string, OrganizationSettings>();

  constructor(added: readonly OrganizationSettings[]) {
    for (const organization of [...BUILT_IN_ORGANIZATIONS, ...added]) {
      for (const { source, value } of organization.identifiers) this.#known.add(keyOf(source, value));
      for (const domain of organization.domains) this.#byDomain.set(domain.toLowerCase(), organization);
    }
  }

  /** Whose people have addresses at this domain. */
  ofDomain(domain: string): OrganizationSettings | undefined {
    return this.#byDomain.get(domain);
  }

  knows(source: string, identifier: string): boolean {
    return this.#known.has(keyOf(source, identifier));
  }
}

function keyOf(source: string, identifier: string): string {
  return `${source} ${identifier}`;
}
