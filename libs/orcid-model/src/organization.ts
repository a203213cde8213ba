import type { UnlistedWord } from './unlisted-word.ts';

/** Where an organisation's identifier comes from. ORCID prefers ROR and the Funder Registry; the others are legacy. */
export const ORGANIZATION_REGISTRIES = ['ROR', 'FUNDREF', 'GRID', 'RINGGOLD', 'LEI'] as const;

export type OrganizationRegistry = (typeof ORGANIZATION_REGISTRIES)[number];

export interface OrganizationIdentifier {
  readonly registry: OrganizationRegistry | UnlistedWord;
  /** ROR: the whole `https://ror.org/…`; FUNDREF: `http://dx.doi.org/10.13039/…`; GRID: `grid.…`; RINGGOLD: digits. */
  readonly value: string;
}

export interface Organization {
  readonly name: string;
  /** Required for employments and educations, as is the country (ORCID's error 9060). */
  readonly city?: string;
  readonly region?: string;
  /** ISO 3166-1 alpha-2, or `XK`. */
  readonly country?: string;
  readonly identifier?: OrganizationIdentifier;
}

/** ROR's own check: Crockford base 32 with a two-digit ISO 7064 MOD 97-10 checksum. https://ror.readme.io/docs/identifier */
export function isRorId(text: string): boolean {
  const [, body, checksum] = /^https:\/\/ror\.org\/(0[0-9a-hjkmnp-tv-z]{6})(\d{2})$/.exec(text) ?? [];
  return body !== undefined && checksum !== undefined && rorChecksum(body) === checksum;
}

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz';

function rorChecksum(body: string): string {
  const number = Array.from(body).reduce((sum, letter) => sum * 32 + CROCKFORD.indexOf(letter), 0);
  return String(98 - ((number * 100) % 97)).padStart(2, '0');
}
