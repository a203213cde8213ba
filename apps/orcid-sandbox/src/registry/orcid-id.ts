/** A block that ORCID does not assign (0009-9900-…): its own ends at 0009-0010-0000-0000 today (ORCID_BASE_V2_MAX). Our choice. */
const FIRST_MINTED = 999_000_000_000;

/** The `index`-th iD of the simulator's own block, with a valid check digit. */
export function mintOrcid(index: number): string {
  const digits = String(FIRST_MINTED + index).padStart(15, '0');
  return `${digits}${checkDigit(digits)}`.replace(/(.{4})(?=.)/g, '$1-');
}

/** ISO 7064 MOD 11-2 over the first fifteen digits (S: OrcidCheckDigitGenerator). */
export function checkDigit(digits: string): string {
  let total = 0;
  for (const digit of digits) total = (total + Number(digit)) * 2;
  const result = (12 - (total % 11)) % 11;
  return result === 10 ? 'X' : String(result);
}
