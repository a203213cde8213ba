import { type PutCode } from '@ligature/orcid-model';
import { listIn } from './json.ts';
import { putCode } from './scalar.wire.ts';
import { UnreadableError } from './unreadable.error.ts';
import { readRequired } from './wire.ts';

/** ORCID's put-codes are 64 bits wide and JSON.parse rounds above 53: longer ones are read as text. */
export function withLongPutCodesAsText(json: string): string {
  return json.replace(/("put-code"\s*:\s*)(\d{16,})/g, '$1"$2"');
}

/** The body of a PUT: the item with its put-code as a number, every digit kept. */
export function withPutCode(item: unknown, putCode: PutCode): string {
  return `{"put-code":${putCode},${JSON.stringify(item).slice(1)}`;
}

/** Longer than anything that is looked for, so that a find cut in two by the end of a chunk is found in the next. */
const OVERLAP = 64;

/**
 * Picks the put-codes out of a list of works while it comes: ten thousand summaries are some 15 MB, of which only these
 * numbers are wanted. Text inside the list cannot look like one: its quotation marks are escaped.
 * @returns a JSON list of them
 */
export async function pickPutCodes(chunks: AsyncIterable<string>): Promise<string> {
  const found: string[] = [];
  let rest = '';
  let isList = false;
  for await (const chunk of chunks) {
    const seen = rest + chunk;
    isList ||= seen.startsWith('{');
    if (!isList && seen !== '') throw new UnreadableError('a list of works');
    let end = 0;
    for (const { 0: match, 1: digits = '', index } of seen.matchAll(/"put-code"\s*:\s*(\d+)(?=\D)/g)) {
      found.push(digits);
      end = index + match.length;
    }
    rest = seen.slice(Math.max(end, seen.length - OVERLAP));
  }
  return JSON.stringify(found);
}

/** Reads what `pickPutCodes` has left. */
export function readPutCodes(json: unknown): PutCode[] {
  return listIn(json).map((digits) => readRequired(putCode, digits));
}
