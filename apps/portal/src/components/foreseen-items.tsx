import { isAffiliationKind, titleOf } from '@ligature/orcid-model';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { ItemFacts } from './item-facts.tsx';
import { inShownOrder } from './shown-order.ts';
import type { ForeseenItem, Foreseen } from '../connect/foreseen.ts';

interface ForeseenProps {
  readonly context: PageContext;
  readonly foreseen: Foreseen;
}

/** As many of a section are shown at once; the others can be unfolded. */
const AT_ONCE = 5;

/** What would be written of the person today, and what later, or that there is nothing: before they permit it. */
export function ForeseenItems({ context, foreseen }: ForeseenProps): JSX.Element {
  const { preview } = context.texts.connect;
  const { today, later, wasConnected } = foreseen;
  const { name } = context.institution;
  return (
    <>
      <section aria-labelledby="today">
        <h2 id="today">{preview.today}</h2>
        <p>{today.length > 0 ? preview.todayText : preview.nothing(name)}</p>
        {today.some(({ section }) => isAffiliationKind(section)) && <p>{preview.ends}</p>}
        {wasConnected && today.length > 0 && <p>{preview.before}</p>}
        <Sections context={context} items={today} prefix="today" />
      </section>
      {later.length > 0 && (
        <section aria-labelledby="later">
          <h2 id="later">{preview.later}</h2>
          <p>{preview.laterText}</p>
          <Sections context={context} items={later} prefix="later" />
        </section>
      )}
    </>
  );
}

interface SectionsProps {
  readonly context: PageContext;
  readonly items: readonly ForeseenItem[];
  /** Sets the ids of today's headings apart from those of what begins later. */
  readonly prefix: string;
}

function Sections({ context, items, prefix }: SectionsProps): JSX.Element {
  const itemsOf = Map.groupBy(items, ({ section }) => section);
  return (
    <>
      {inShownOrder(context.texts, itemsOf.keys()).map((section) => (
        <section key={section} aria-labelledby={`${prefix}-${section}`}>
          <h3 id={`${prefix}-${section}`}>{context.texts.sections[section]}</h3>
          <Folded context={context} items={itemsOf.get(section) ?? []} />
        </section>
      ))}
    </>
  );
}

function Folded({ context, items }: Omit<SectionsProps, 'prefix'>): JSX.Element {
  const others = items.slice(AT_ONCE);
  return (
    <>
      <List context={context} items={items.slice(0, AT_ONCE)} />
      {others.length > 0 && (
        <details>
          <summary>{context.texts.connect.preview.others(others.length)}</summary>
          <List context={context} items={others} />
        </details>
      )}
    </>
  );
}

function List({ context, items }: Omit<SectionsProps, 'prefix'>): JSX.Element {
  return (
    <ul class="items">
      {items.map(({ section, content }, at) => (
        <li key={at} class="item">
          <h4>{titleOf(content)}</h4>
          <ItemFacts context={context} section={section} content={content} />
        </li>
      ))}
    </ul>
  );
}
