import { type VNode } from 'preact';
import { type Item } from '../registry/item.ts';
import { details, headline, linkOf } from './item-words.ts';
import { VISIBILITY_WORDS } from './person-words.ts';

interface ItemCardProps {
  readonly item: Item;
  readonly orcid: string;
  readonly isOwner: boolean;
  /** The name of who wrote it. */
  readonly source: string;
}

/** One item of a record; its owner may delete it, whoever wrote it. */
export function ItemCard({ item, orcid, isOwner, source }: ItemCardProps): VNode {
  const { putCode, visibility } = item;
  const link = linkOf(item);
  return (
    <li>
      <h3 id={`item-${putCode}`}>{headline(item)}</h3>
      {details(item).map((line) => (
        <div key={line}>{line}</div>
      ))}
      {link !== undefined && (
        <div>
          <a href={link}>{link}</a>
        </div>
      )}
      <div class="meta">
        Source: {source} · put-code <code>{putCode}</code> · Shown to: {VISIBILITY_WORDS[visibility]}
      </div>
      {isOwner && (
        <form method="post" action={`/${orcid}/items/${putCode}/delete`}>
          <button class="quiet" type="submit" aria-describedby={`item-${putCode}`}>
            Delete this item
          </button>
        </form>
      )}
    </li>
  );
}
