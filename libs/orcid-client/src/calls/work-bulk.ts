import type { PutCode, Seen, Work } from '@ligature/orcid-model';
import { toError } from '../http/to-error.ts';
import { allAt, isObject, type Json, objectIn } from '../wire/json.ts';
import { putCode } from '../wire/scalar.wire.ts';
import { readSeen } from '../wire/seen.wire.ts';
import { readRequired } from '../wire/wire.ts';
import { work } from '../wire/work.wire.ts';

/** ORCID takes and gives as many works in one call (errors 9006 and 9042). */
export const BATCH = 100;

/** What became of one work of many. */
export type CreatedWork =
  { readonly kind: 'created'; readonly putCode: PutCode } | { readonly kind: 'refused'; readonly error: Error };

export function batchesOf<T>(all: readonly T[]): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));
}

/** Each work stands in the place it was sent in, with its put-code or with what ORCID has against it. */
export function readCreated(json: unknown, path: string): CreatedWork[] {
  return elementsOf(json).map((element) =>
    isObject(element['work'])
      ? { kind: 'created', putCode: readRequired(putCode, element['work']['put-code']) }
      : { kind: 'refused', error: errorOf(objectIn(element['error']), path) },
  );
}

/** Works that are gone, or that the permission does not let us see, are errors among the others: left out. */
export function readFound(json: unknown): Seen<Work>[] {
  return elementsOf(json).flatMap((element) => (isObject(element['work']) ? [readSeen(work, element['work'])] : []));
}

function elementsOf(json: unknown): Json[] {
  return allAt(json, ['bulk']).map(objectIn);
}

/** The elements of a bulk explain themselves as whole answers do. */
function errorOf(json: Json, path: string): Error {
  const status = Number(json['response-code']);
  const nothing = { location: undefined, retryAfter: undefined };
  return toError({ status, path, contentType: 'application/json', text: JSON.stringify(json), ...nothing });
}
