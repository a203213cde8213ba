import type { PutCode } from '@ligature/orcid-model';

/** ORCID's put-codes are 64 bits wide and JSON.parse rounds above 53: longer ones are read as text. */
export function withLongPutCodesAsText(json: string): string {
  return json.replace(/("put-code"\s*:\s*)(\d{16,})/g, '$1"$2"');
}

/** The body of a PUT: the item with its put-code as a number, every digit kept. */
export function withPutCode(item: object, putCode: PutCode): string {
  return `{"put-code":${putCode},${JSON.stringify(item).slice(1)}`;
}
