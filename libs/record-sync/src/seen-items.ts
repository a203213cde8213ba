import {
  type ContentOf,
  isWrittenBy,
  type ListedItem,
  type PutCode,
  sameContent,
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

  constructor(private readonly seen: readonly ListedItem[]) {
    this.byPutCode = new Map(seen.map((item) => [keyOf(item.section, item.putCode), item]));
  }

  find(section: Section, putCode: PutCode): ListedItem | undefined {
    return this.byPutCode.get(keyOf(section, putCode));
  }

  /** Put-codes under which a client's item stands, oldest first; more than one after a lost answer and a second try. */
  of(sought: Sought, clientId: string): PutCode[] {
    return this.seen
      .filter((item) => item.section === sought.section && isWrittenBy(item.source, clientId) && isIt(item, sought))
      .map(({ putCode }) => putCode)
      .toSorted((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  }
}

function isIt(item: ListedItem, { section, selfId, content }: Sought): boolean {
  if (SECTIONS[section].recognisedBy === 'self-id') return item.selfIds.includes(selfId);
  // Person sections list the whole content (`SECTIONS[…].listHas`).
  return content !== null && sameContent(section, item.content as ContentOf, content);
}

function keyOf(section: Section, putCode: PutCode): string {
  return `${section} ${putCode}`;
}
