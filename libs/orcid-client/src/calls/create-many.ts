import { type PutCode, type Section, type SectionItem, SECTIONS } from '@ligature/orcid-model';
import { DuplicateItemError } from '../errors/duplicate-item.error.ts';
import { InvalidItemError } from '../errors/invalid-item.error.ts';
import type { OrcidApi } from '../http/orcid-api.ts';
import { toError } from '../http/to-error.ts';
import type { CallOptions } from '../pacing/deadline.ts';
import type { RecordAccess } from '../record-access.ts';
import { allAt, isObject, type Json, objectIn } from '../wire/json.ts';
import { putCode } from '../wire/scalar.wire.ts';
import { UnreadableError } from '../wire/unreadable.error.ts';
import { readRequired } from '../wire/wire.ts';
import { writeItem } from './write-item.ts';

/** What became of one item of many. */
export type CreatedItem =
  | { readonly kind: 'created'; readonly putCode: PutCode }
  /** The item is not on the record, or was there before (`DuplicateItemError`). */
  | { readonly kind: 'refused'; readonly error: Error };

type Prepared = { readonly kind: 'ready'; readonly json: unknown } | (CreatedItem & { readonly kind: 'refused' });

/** One call for each item. Only an error that is about the item itself is its result; any other ends the iteration. */
export async function* createOneByOne<T>(
  items: readonly T[],
  create: (item: T) => Promise<PutCode>,
): AsyncGenerator<CreatedItem, void> {
  for (const item of items) {
    yield await create(item).then(
      (putCode) => ({ kind: 'created', putCode }),
      (error: unknown) => ({ kind: 'refused', error: refusalOf(error) }),
    );
  }
}

/** Up to a hundred items in each call (error 9006). Those that ORCID would not take are not sent. */
export async function* createInBulk<S extends Section>(
  api: OrcidApi,
  { orcid, token }: RecordAccess,
  section: S,
  items: readonly SectionItem<S>[],
  options?: CallOptions,
): AsyncGenerator<CreatedItem, void> {
  const { bulkSize, listPath } = SECTIONS[section];
  const path = `/${orcid}/${listPath}`;
  for (const batch of batchesOf(items, bulkSize)) {
    const prepared = batch.map((item) => prepare(item, path));
    const ready = prepared.filter((one) => one.kind === 'ready');
    const body = JSON.stringify({ bulk: ready.map(({ json }) => ({ [section]: json })) });
    const call = { method: 'POST', path, token, body, writesTo: orcid } as const;
    const read = (json: unknown): CreatedItem[] => readCreated(json, section, path, ready.length);
    const answers = (ready.length === 0 ? [] : await api.read(call, read, options)).values();
    for (const one of prepared) yield one.kind === 'refused' ? one : nextOf(answers);
  }
}

export function batchesOf<T>(all: readonly T[], size: number): (readonly T[])[] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));
}

function prepare<S extends Section>(item: SectionItem<S>, path: string): Prepared {
  try {
    return { kind: 'ready', json: writeItem(item, path) };
  } catch (error) {
    return { kind: 'refused', error: refusalOf(error) };
  }
}

/** Each item stands in the place it was sent in, with its put-code or with the reason why ORCID refused it. */
function readCreated(json: unknown, section: Section, path: string, expected: number): CreatedItem[] {
  const elements = allAt(json, ['bulk']).map(objectIn);
  if (elements.length !== expected) throw new UnreadableError(`an answer for each of ${expected} items`);
  return elements.map((element) => {
    const item = element[section];
    if (!isObject(item)) return { kind: 'refused', error: errorOf(objectIn(element['error']), path) };
    return { kind: 'created', putCode: readRequired(putCode, item['put-code']) };
  });
}

function nextOf(answers: ArrayIterator<CreatedItem>): CreatedItem {
  const { value, done } = answers.next();
  if (done === true) throw new UnreadableError('an answer for each item');
  return value;
}

/** The elements of a bulk explain themselves as whole answers do. */
function errorOf(json: Json, path: string): Error {
  const status = Number(json['response-code']);
  const nothing = { location: undefined, retryAfter: undefined };
  return toError({ status, path, contentType: 'application/json', text: JSON.stringify(json), ...nothing });
}

/** @throws the error itself when it is about more than the item */
function refusalOf(error: unknown): Error {
  if (error instanceof InvalidItemError || error instanceof DuplicateItemError) return error;
  throw error;
}
