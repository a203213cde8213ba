import type { Brand } from './brand.ts';

/** An ORCID iD in its 16-digit form with hyphens and a correct check digit, e.g. `0000-0002-1825-0097`. */
export type OrcidId = Brand<string, 'OrcidId'>;

/** Text that was meant to be an ORCID iD and is not one. */
export class InvalidOrcidIdError extends Error {
  readonly code = 'invalid-orcid-id';

  constructor(readonly reason: 'shape' | 'check-digit') {
    super(
      reason === 'shape' ? 'An ORCID iD is four groups of four digits.' : 'The check digit of this ORCID iD is wrong.',
    );
    this.name = InvalidOrcidIdError.name;
  }
}

const SHAPE = /^(\d{4}-){3}\d{3}[\dX]$/;

/**
 * Reads an iD in its bare form. ORCID's API does not check the digit in paths, so whoever stores an iD must:
 * https://support.orcid.org/hc/en-us/articles/360006897674
 * @throws InvalidOrcidIdError when the shape or the check digit is wrong
 */
export function parseOrcidId(text: string): OrcidId {
  if (isOrcidId(text)) return text;
  throw new InvalidOrcidIdError(SHAPE.test(text) ? 'check-digit' : 'shape');
}

export function isOrcidId(text: string): text is OrcidId {
  return SHAPE.test(text) && checkDigit(text.replaceAll('-', '').slice(0, 15)) === text.at(-1);
}

/** The iD as ORCID wants it shown, stored and exchanged: the full https URI of one record on `site`. */
export function orcidUri(id: OrcidId, site: string): string {
  return `${site.replace(/\/$/, '')}/${id}`;
}

/**
 * Check digit of the first 15 digits: ISO 7064 MOD 11-2, ten written as `X`.
 * @param digits exactly 15 decimal digits, without hyphens
 */
export function checkDigit(digits: string): string {
  const total = Array.from(digits).reduce((sum, digit) => (sum + Number(digit)) * 2, 0);
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? 'X' : String(result);
}
