import type { WantedItem } from '@ligature/assertions';
import { type PutCode, type Section, type SectionItem, SECTIONS } from '@ligature/orcid-model';
import type { ItemRow } from '@ligature/persistence';
import { contentHash } from './content-hash.ts';
import { sectionItem, withSelfId } from './item-content.ts';

/** What is known of one item: what the planner needs of its row. */
export type StoredItem = Pick<
  ItemRow,
  'id' | 'assertionId' | 'section' | 'state' | 'selfId' | 'putCode' | 'contentHash' | 'refusedHash'
>;

interface Step {
  readonly itemId: string;
  readonly assertionId: string;
}

/** One step that brings a record nearer to what is wanted. */
export type WriteStep =
  | (Step & {
      readonly action: 'create';
      readonly item: SectionItem;
      readonly hash: string;
      /** Our own identifier, where its section has identifiers. */
      readonly selfId: string;
    })
  | (Step & {
      readonly action: 'update';
      readonly item: SectionItem;
      readonly hash: string;
      readonly putCode: PutCode;
    })
  | (Step & { readonly action: 'remove'; readonly section: Section; readonly putCode: PutCode });

export type Creation = Extract<WriteStep, { action: 'create' }>;

/**
 * The difference between what is wanted on a record and what stands there by our own knowledge: the heart of the product.
 * What its owner removed is never written again, what is missing not until that is cleared up, what ORCID refused not
 * until it changed, and what is as wanted costs nothing.
 * @param wanted what the institution asserts today
 * @param stored our items on this record, one for every wanted item at least
 */
export function plan(wanted: readonly WantedItem[], stored: readonly StoredItem[]): WriteStep[] {
  const wantedOf = new Map(wanted.map((item) => [item.assertionId, item]));
  const steps = stored.flatMap((item) => stepFor(item, wantedOf.get(item.assertionId)) ?? []);
  return steps.filter((step) => step.action !== 'create' || !standsAlready(step, stored));
}

/** The same of another assertion, which ORCID would refuse as a duplicate until that one is removed. */
function standsAlready({ item, hash }: Creation, stored: readonly StoredItem[]): boolean {
  return (
    SECTIONS[item.section].recognisedBy === 'content' &&
    stored.some(({ section, state, contentHash: h }) => section === item.section && state === 'present' && h === hash)
  );
}

function stepFor(item: StoredItem, wanted: WantedItem | undefined): WriteStep | undefined {
  switch (item.state) {
    case 'missing':
    case 'removedByOwner':
    case 'notOurs':
      return undefined;
    case 'wanted':
    case 'withdrawn':
      return wanted && create(item, wanted);
    case 'present':
      return wanted === undefined ? remove(item) : update(item, wanted);
  }
}

function create(stored: StoredItem, wanted: WantedItem): WriteStep | undefined {
  const { item, hash } = writtenOf(stored, wanted);
  const { id: itemId, assertionId, selfId } = stored;
  return hash === stored.refusedHash ? undefined : { action: 'create', itemId, assertionId, item, hash, selfId };
}

function update(stored: StoredItem, wanted: WantedItem): WriteStep | undefined {
  const { item, hash } = writtenOf(stored, wanted);
  if (hash === stored.contentHash || hash === stored.refusedHash) return undefined;
  const { id: itemId, assertionId } = stored;
  return { action: 'update', itemId, assertionId, item, hash, putCode: putCodeOf(stored) };
}

function remove(stored: StoredItem): WriteStep {
  const { id: itemId, assertionId, section } = stored;
  return { action: 'remove', itemId, assertionId, section, putCode: putCodeOf(stored) };
}

function writtenOf({ section, selfId }: StoredItem, wanted: WantedItem): { item: SectionItem; hash: string } {
  const content = withSelfId(section, wanted.content, selfId);
  return { item: sectionItem(section, content), hash: contentHash(content) };
}

function putCodeOf({ id, putCode }: StoredItem): PutCode {
  if (putCode == null) throw new TypeError(`Item ${id} is present without a put-code.`);
  return putCode;
}
