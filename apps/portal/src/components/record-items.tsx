import { type Affiliation, formatFuzzyDate, type FuzzyDate, titleOf } from '@ligature/orcid-model';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';

interface RecordItemsProps {
  readonly context: PageContext;
  readonly items: readonly OverviewItem[];
  /** Address of the person's record. */
  readonly recordUri: string;
}

/** What the institution writes of a person, and where each item stands. */
export function RecordItems({ context, items, recordUri }: RecordItemsProps): JSX.Element {
  const { connection: texts } = context.texts;
  const isWorking = items.some(isBeingWritten);
  const isDone = items.every((item) => item.state === 'present' && item.problem === null && item.change === 'none');
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
        {items.length > 0 && (isWorking ? texts.working : isDone ? texts.workDone : texts.notAllDone)}
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
  const { department, organization, start, end } = factsOf(item.content);
  const title = titleOf(item.content);
  return (
    <li class={`item ${item.state}`}>
      <h3>{title}</h3>
      <p>
        {[department, organization?.name, organization?.city].filter((fact) => fact && fact !== title).join(', ')}
        <br />
        {period(context, start, end)}
      </p>
      <Status context={context} item={item} />
      {item.state === 'removedByOwner' && <AddAgain context={context} item={item} title={title} />}
    </li>
  );
}

/** What affiliations say, and some of it other activities too. */
function factsOf(content: OverviewItem['content']): Partial<Affiliation> {
  return typeof content === 'object' ? content : {};
}

/** Whether the page is worth looking at again in a moment. */
export function isBeingWritten({ change, problem }: OverviewItem): boolean {
  return change === 'due' && problem === null;
}

function Status({ context, item }: { readonly context: PageContext; readonly item: OverviewItem }): JSX.Element {
  const { connection: texts } = context.texts;
  if (!item.isPermitted) return <p class="status problem">{texts.notPermitted}</p>;
  if (item.problem !== null) return <p class="status problem">{texts.problem(item.problem)}</p>;
  if (item.change !== 'none')
    return <p class="status">{item.isWanted ? texts.changes[item.change] : texts.removals[item.change]}</p>;
  return (
    <p class="status">
      {texts[item.state]}{' '}
      {item.state === 'present' && item.putCode !== null && (
        <span class="put-code">({texts.putCode(item.putCode)})</span>
      )}
    </p>
  );
}

interface AddAgainProps {
  readonly context: PageContext;
  readonly item: OverviewItem;
  readonly title: string;
}

function AddAgain({ context, item, title }: AddAgainProps): JSX.Element {
  const { addAgain, addAgainOf } = context.texts.connection;
  return (
    <form method="post" action={`/connection/items/${item.id ?? ''}/add-again`}>
      <CsrfField context={context} />
      <button type="submit" class="quiet" aria-label={addAgainOf(title)}>
        {addAgain}
      </button>
    </form>
  );
}

function period({ texts }: PageContext, start: FuzzyDate | undefined, end: FuzzyDate | undefined): string {
  const begin = start === undefined ? '' : formatFuzzyDate(start);
  if (end !== undefined) return texts.connection.until(begin, formatFuzzyDate(end));
  return begin === '' ? '' : texts.connection.since(begin);
}
