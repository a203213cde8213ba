import { type VNode } from 'preact';
import { type SectionName } from '../model/sections.ts';
import { displayName } from '../view/public-name.ts';
import { type Item } from '../world/item.ts';
import { type OrcidRecord } from '../world/orcid-record.ts';
import { details, headline } from './item-words.ts';
import { Page } from './page.tsx';

interface RecordProps {
  readonly record: OrcidRecord;
  readonly isOwner: boolean;
  readonly nameOfSource: (item: Item) => string;
}

/** Everything on the record, private items too, each with its source and put-code: this is a rehearsal. */
export function RecordPage({ record, isOwner, nameOfSource }: RecordProps): VNode {
  const { profile, orcid } = record;
  const sections = Map.groupBy(record.items, (item) => item.section);
  return (
    <Page title={displayName(profile)} signedInAs={isOwner ? displayName(profile) : undefined}>
      <dl>
        <dt>iD</dt>
        <dd>{orcid}</dd>
        <dt>State</dt>
        <dd>{profile.state.kind === 'merged' ? `merged into ${profile.state.into}` : profile.state.kind}</dd>
        <dt>Name shown to</dt>
        <dd>{profile.nameVisibility}</dd>
        <dt>New items</dt>
        <dd>{profile.defaultVisibility}</dd>
      </dl>
      <p class="hint">The rehearsal shows everything here, private items too.</p>
      {isOwner && (
        <p>
          <a href="/trusted-organizations">Trusted organizations</a> · <a href="/inbox">Inbox</a>
        </p>
      )}
      {sections.size === 0 && <p>Nothing has been added to this record.</p>}
      {[...sections].sort().map(([section, items]) => (
        <Section key={section} section={section} items={items} {...{ orcid, isOwner, nameOfSource }} />
      ))}
    </Page>
  );
}

interface SectionProps extends Omit<RecordProps, 'record'> {
  readonly section: SectionName;
  readonly items: readonly Item[];
  readonly orcid: string;
}

function Section({ section, items, orcid, isOwner, nameOfSource }: SectionProps): VNode {
  return (
    <section aria-labelledby={section}>
      <h2 id={section}>{`${section.replaceAll('-', ' ')} (${items.length})`}</h2>
      <ul class="cards">
        {items.map((item) => (
          <li key={item.putCode}>
            <h3 id={`item-${item.putCode}`}>{headline(item)}</h3>
            {details(item).map((line) => (
              <div key={line}>{line}</div>
            ))}
            <div class="meta">
              Source: {nameOfSource(item)} · put-code <code>{item.putCode}</code> · {item.visibility}
            </div>
            {isOwner && (
              <form method="post" action={`/${orcid}/items/${item.putCode}/delete`}>
                <button class="quiet" type="submit" aria-describedby={`item-${item.putCode}`}>
                  Delete this item
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
