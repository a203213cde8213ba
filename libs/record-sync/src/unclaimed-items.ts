import {
  type ContentOf,
  isSameItem,
  type ListedItem,
  type PutCode,
  sameContent,
  type Section,
  SECTIONS,
} from '@ligature/orcid-model';
import type { Creation } from './plan.ts';
import { byAge } from './seen-items.ts';

/** What stands on a record already of something that was to be created. */
export interface Match {
  readonly kept: ListedItem;
  /** The same again, which ORCID took. */
  readonly copies: readonly PutCode[];
}

type Rule = (listed: ListedItem, creation: Creation) => boolean;

/** Items that stand on a record and that no row knows. Each is taken once, the oldest first. */
export class UnclaimedItems {
  private readonly left: ReadonlyMap<Section, Set<ListedItem>>;

  /** @param selfIds identifiers of all items that are known: what bears one is no other item */
  constructor(
    items: readonly ListedItem[],
    private readonly selfIds: ReadonlySet<string>,
  ) {
    const bySection = Map.groupBy(items.toSorted(byAge), ({ section }) => section);
    this.left = new Map([...bySection].map(([section, own]) => [section, new Set(own)]));
  }

  /** By our own identifier where there is one, then by what ORCID takes for the same, then by content. */
  take(creations: readonly Creation[]): Map<Creation, Match> {
    const found = new Map<Creation, Match>();
    for (const rule of [bearsOurId, isSame, saysTheSame])
      for (const creation of creations.filter((one) => !found.has(one))) {
        const match = this.takeOne(creation, rule);
        if (match !== undefined) found.set(creation, match);
      }
    return found;
  }

  private takeOne(creation: Creation, rule: Rule): Match | undefined {
    const left = this.left.get(creation.item.section) ?? new Set();
    const [kept, ...same] = [...left].filter((one) => rule(one, creation) && !this.isAnother(one, creation));
    if (kept === undefined) return undefined;
    // By identifiers that are not ours, or by content, other software under this client may mean another item.
    const copies = rule === bearsOurId || SECTIONS[kept.section].recognisedBy === 'content' ? same : [];
    for (const taken of [kept, ...copies]) left.delete(taken);
    return { kept, copies: copies.map(({ putCode }) => putCode) };
  }

  private isAnother(listed: ListedItem, creation: Creation): boolean {
    return !bearsOurId(listed, creation) && listed.selfIds.some((id) => this.selfIds.has(id));
  }
}

const bearsOurId: Rule = ({ selfIds }, { selfId }) => selfIds.includes(selfId);

const isSame: Rule = ({ section, content }, { item }) => isSameItem<Section>(section, item.content, content);

/** A row that its feed knows by other keys since has another identifier. */
const saysTheSame: Rule = ({ section, content }, { item }) =>
  SECTIONS[section].listHas === 'full-content' &&
  sameContent<Section>(section, withoutIds(item.content), withoutIds(content as ContentOf));

function withoutIds(content: ContentOf): ContentOf {
  return typeof content === 'object' && 'externalIds' in content ? { ...content, externalIds: [] } : content;
}
