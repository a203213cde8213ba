import { formatFuzzyDate, type FuzzyDate } from '@ligature/orcid-model';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';

interface RecordItemsProps {
  readonly context: PageContext;
  readonly items: readonly OverviewItem[];
  /** Address of the person's record. */
  readonly recordUri: string;
}

/** What the institution writes of a person, and where each item stands. */
export function RecordItems({ context, items, recordUri }: RecordItemsProps): JSX.Element {
  const { connection: texts } = context.texts;
  const isWorking = items.some((item) => item.isPending && item.problem === null);
  return (
    <section aria-labelledby="items">
      <h2 id="items">{texts.items}</h2>
      {items.length === 0 && <p>{texts.noItems(context.institution.name)}</p>}
      <p
        id="progress"
        role="status"
        class={isWorking ? 'working' : 'settled'}
        data-working={String(isWorking)}
        data-later={texts.later}
      >
        {items.length > 0 && (isWorking ? texts.working : texts.workDone)}
      </p>
      <ul class="items">
        {items.map((item, at) => (
          <Item key={at} context={context} item={item} />
        ))}
      </ul>
      <p>{isWorking ? <a href="/connection">{texts.refresh}</a> : <a href={recordUri}>{texts.viewRecord}</a>}</p>
    </section>
  );
}

function Item({ context, item }: { readonly context: PageContext; readonly item: OverviewItem }): JSX.Element {
  const { role, department, organization, start, end } = item.affiliation;
  return (
    <li class={`item ${item.state}`}>
      <h3>{role ?? organization.name}</h3>
      <p>
        {[department, organization.name, organization.city].filter(Boolean).join(', ')}
        <br />
        {period(context, start, end)}
      </p>
      <Status context={context} item={item} />
    </li>
  );
}

function Status({ context, item }: { readonly context: PageContext; readonly item: OverviewItem }): JSX.Element {
  const { connection: texts } = context.texts;
  if (item.problem !== null) return <p class="status problem">{texts.problem(item.problem)}</p>;
  if (item.isPending) return <p class="status">{texts.pending}</p>;
  return (
    <p class="status">
      {texts[item.state]} {item.putCode !== null && <span class="put-code">({texts.putCode(item.putCode)})</span>}
    </p>
  );
}

function period({ texts }: PageContext, start: FuzzyDate | undefined, end: FuzzyDate | undefined): string {
  const begin = start === undefined ? '' : formatFuzzyDate(start);
  if (end !== undefined) return texts.connection.until(begin, formatFuzzyDate(end));
  return begin === '' ? '' : texts.connection.since(begin);
}
