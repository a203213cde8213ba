import { type VNode } from 'preact';
import { type SectionName } from '../model/sections.ts';
import { displayName } from '../view/public-name.ts';
import { type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { ItemCard } from './item-card.tsx';
import { Page } from './page.tsx';
import { stateWords, VISIBILITY_WORDS } from './person-words.ts';

/** An organization that ORCID offers to connect with. */
export interface Connection {
  readonly name: string;
  readonly url: string;
}

interface RecordProps {
  readonly record: OrcidRecord;
  readonly isOwner: boolean;
  readonly connections: readonly Connection[];
  readonly nameOfSource: (item: Item) => string;
}

/** Everything on the record, private items too, each with its source and put-code: nobody here is real. */
export function RecordPage({ record, isOwner, connections, nameOfSource }: RecordProps): VNode {
  const { profile, orcid } = record;
  const sections = Map.groupBy(record.items, (item) => item.section);
  return (
    <Page title={displayName(profile)} signedInAs={isOwner ? displayName(profile) : undefined}>
      <dl>
        <dt>iD</dt>
        <dd>{orcid}</dd>
        <dt>State</dt>
        <dd>{stateWords(profile.state)}</dd>
        <dt>Name shown to</dt>
        <dd>{VISIBILITY_WORDS[profile.nameVisibility]}</dd>
        <dt>New items shown to</dt>
        <dd>{VISIBILITY_WORDS[profile.defaultVisibility]}</dd>
      </dl>
      <p class="hint">The simulator shows everything here, private items too.</p>
      {isOwner && (
        <p>
          <a href="/trusted-organizations">Trusted organizations</a> · <a href="/inbox">Inbox</a>
        </p>
      )}
      {connections.length > 0 && <Connections connections={connections} />}
      {sections.size === 0 && <p>Nothing has been added to this record.</p>}
      {[...sections].sort().map(([section, items]) => (
        <Section key={section} section={section} items={items} {...{ orcid, isOwner, nameOfSource }} />
      ))}
    </Page>
  );
}

/** The way in that begins at ORCID: the client finds somebody at its redirect URI whom it has not sent (no state). */
function Connections({ connections }: Pick<RecordProps, 'connections'>): VNode {
  return (
    <section aria-labelledby="connections">
      <h2 id="connections">Organizations to connect with</h2>
      <ul class="cards">
        {connections.map(({ name, url }) => (
          <li key={url}>
            <a href={url}>Connect with {name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SectionProps extends Omit<RecordProps, 'record' | 'connections'> {
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
          <ItemCard key={item.putCode} item={item} {...{ orcid, isOwner }} source={nameOfSource(item)} />
        ))}
      </ul>
    </section>
  );
}
