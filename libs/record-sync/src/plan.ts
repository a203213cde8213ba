import type { Affiliation, PutCode } from '@ligature/orcid-model';
import type { WantedItem } from '@ligature/assertions';
import type { RecordItem } from '@ligature/persistence';
import { contentHash } from './content-hash.ts';

/** What is known of one item: what the planner needs of its row. */
export type StoredItem = Pick<
  RecordItem,
  'id' | 'appointmentId' | 'kind' | 'state' | 'putCode' | 'contentHash' | 'refusedHash'
>;

/** One step that brings a record nearer to what is wanted. */
export type WriteStep =
  | { readonly action: 'create'; readonly itemId: string; readonly content: Affiliation; readonly hash: string }
  | {
      readonly action: 'update';
      readonly itemId: string;
      readonly content: Affiliation;
      readonly hash: string;
      readonly putCode: PutCode;
    }
  | {
      readonly action: 'remove';
      readonly itemId: string;
      readonly kind: Affiliation['kind'];
      readonly putCode: PutCode;
    };

/**
 * The difference between what is wanted on a record and what stands there by our own knowledge: the heart of the product.
 * What its owner removed is never written again, what ORCID refused not until it changed, and what is as wanted costs nothing.
 * @param wanted what the institution asserts today
 * @param stored our items on this record, one for every wanted item at least
 */
export function plan(wanted: readonly WantedItem[], stored: readonly StoredItem[]): WriteStep[] {
  const wantedOf = new Map(wanted.map((item) => [item.appointmentId, item]));
  return stored.flatMap((item) => stepFor(item, wantedOf.get(item.appointmentId)) ?? []);
}

function stepFor(item: StoredItem, wanted: WantedItem | undefined): WriteStep | undefined {
  switch (item.state) {
    case 'removedByOwner':
      return undefined;
    case 'wanted':
    case 'withdrawn':
      return wanted && create(item, wanted);
    case 'present':
      return wanted === undefined ? remove(item) : update(item, wanted);
  }
}

function create(item: StoredItem, wanted: WantedItem): WriteStep | undefined {
  const content = contentOf(item, wanted);
  const hash = contentHash(content);
  return hash === item.refusedHash ? undefined : { action: 'create', itemId: item.id, content, hash };
}

function update(item: StoredItem, wanted: WantedItem): WriteStep | undefined {
  const content = contentOf(item, wanted);
  const hash = contentHash(content);
  if (hash === item.contentHash || hash === item.refusedHash) return undefined;
  return { action: 'update', itemId: item.id, content, hash, putCode: putCodeOf(item) };
}

function remove(item: StoredItem): WriteStep {
  return { action: 'remove', itemId: item.id, kind: item.kind, putCode: putCodeOf(item) };
}

/** Our own identifier makes the item findable again, and makes ORCID notice a second one (409/9021). */
function contentOf(item: StoredItem, { affiliation }: WantedItem): Affiliation {
  return { ...affiliation, externalIds: [{ type: 'source-work-id', value: item.id, relationship: 'self' }] };
}

function putCodeOf({ id, putCode }: StoredItem): PutCode {
  if (putCode == null) throw new TypeError(`Item ${id} is present without a put-code.`);
  return putCode;
}

/** Whether a record is as wanted by our own knowledge, also where an item has no row yet. */
export function isUpToDate(wanted: readonly WantedItem[], stored: readonly StoredItem[]): boolean {
  const known = new Set(stored.map((item) => item.appointmentId));
  return wanted.every(({ appointmentId }) => known.has(appointmentId)) && plan(wanted, stored).length === 0;
}
