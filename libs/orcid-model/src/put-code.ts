import type { Brand } from './brand.ts';

/** ORCID's number of one item on one record. Kept as text: ORCID's numbers are 64 bits wide, JavaScript's are not. */
export type PutCode = Brand<string, 'PutCode'>;

/** @throws TypeError when the text is not a positive whole number */
export function parsePutCode(text: string | number): PutCode {
  const digits = String(text);
  if (!/^[1-9]\d{0,18}$/.test(digits)) throw new TypeError('A put-code is a positive whole number.');
  return digits as PutCode;
}
