import {
  type ContentOf,
  isSameItem,
  isWrittenBy,
  type ListedItem,
  type PutCode,
  type Section,
  SECTIONS,
} from '@ligature/orcid-model';

/** What is looked for on a record. */
export interface Sought {
  readonly section: Section;
  readonly selfId: string;
  /** For sections without identifiers: what was written. */
  readonly content: ContentOf | null;
}

/** The items of a record as they were just seen. */
export class SeenItems {
  private readonly byPutCode: ReadonlyMap<string, ListedItem>;

  constructor(readonly all: readonly ListedItem[]) {
    this.byPutCode = new Map(all.map((item) => [itemKey(item.section, item.putCode), item]));
  }

  find(section: Section, putCode: PutCode): ListedItem | undefined {
    return this.byPutCode.get(itemKey(section, putCode));
  }

  /** A client's item as it stands there, the oldest first; more than one after a lost answer and a second try. */
  of(sought: Sought, clientId: string): ListedItem[] {
    return this.all
      .filter((item) => item.section === sought.section && isWrittenBy(item.source, clientId) && isIt(item, sought))
      .toSorted(byAge);
  }
}

function isIt(item: ListedItem, { section, selfId, content }: Sought): boolean {
  if (SECTIONS[section].recognisedBy === 'self-id') return item.selfIds.includes(selfId);
  return content !== null && isSameItem<Section>(section, content, item.content);
}

/** ORCID counts put-codes up. */
export function byAge(a: Pick<ListedItem, 'putCode'>, b: Pick<ListedItem, 'putCode'>): number {
  return BigInt(a.putCode) < BigInt(b.putCode) ? -1 : 1;
}

/** Put-codes are counted for each kind of item. */
export function itemKey(section: Section, putCode: PutCode): string {
  return `${section} ${putCode}`;
}
