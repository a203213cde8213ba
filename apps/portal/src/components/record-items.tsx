import {
  type Affiliation,
  formatFuzzyDate,
  type FuzzyDate,
  isPersonSection,
  type PeerReview,
  titleOf,
  type Work,
} from '@ligature/orcid-model';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';
import { InProgress } from './in-progress.tsx';
import { inShownOrder } from './shown-order.ts';

interface RecordItemsProps {
  readonly context: PageContext;
  readonly items: readonly OverviewItem[];
  /** Whether nothing can be written at the moment: the page says why above. */
  readonly isPaused: boolean;
  /** Address of the person's record. */
  readonly recordUri: string;
}

/** What the institution writes of a person, and where each item stands. */
export function RecordItems({ context, items, isPaused, recordUri }: RecordItemsProps): JSX.Element {
  const { connection: texts } = context.texts;
  const isWorking = !isPaused && items.some(isBeingWritten);
  return (
    <section aria-labelledby="items">
      <h2 id="items">{texts.items}</h2>
      {items.length === 0 && <p>{texts.noItems(context.institution.name)}</p>}
      {isWorking ? (
        <InProgress context={context} id="progress" text={texts.working} />
      ) : (
        <p id="progress" role="status" class="settled">
          {items.length > 0 && (isPaused ? texts.pausedProgress : settled(texts, items))}
        </p>
      )}
      <Sections context={context} items={items} isPaused={isPaused} />
      <p>
        <a href={recordUri}>{texts.viewRecord}</a>
      </p>
    </section>
  );
}

function settled(texts: PageContext['texts']['connection'], items: readonly OverviewItem[]): string {
  const isDone = items.every((item) => item.state === 'present' && item.problem === null && item.change === 'none');
  return isDone ? texts.workDone : texts.notAllDone;
}

function Sections({ context, items, isPaused }: Omit<RecordItemsProps, 'recordUri'>): JSX.Element {
  const itemsOf = Map.groupBy(items, ({ section }) => section);
  return (
    <>
      {inShownOrder(context.texts, itemsOf.keys()).map((section) => (
        <section key={section} aria-labelledby={section}>
          <h3 id={section}>{context.texts.sections[section]}</h3>
          <ul class="items">
            {itemsOf.get(section)?.map((item, at) => (
              <Item key={at} context={context} item={item} isPaused={isPaused} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}

interface ItemProps {
  readonly context: PageContext;
  readonly item: OverviewItem;
  readonly isPaused: boolean;
}

function Item({ context, item, isPaused }: ItemProps): JSX.Element {
  const title = titleOf(item.content);
  return (
    <li class={`item ${item.state}`}>
      <h4>{title}</h4>
      {linesOf(context, item)
        .filter((line) => line !== '' && line !== title)
        .map((line) => (
          <p key={line}>{line}</p>
        ))}
      <Status context={context} item={item} isPaused={isPaused} />
      {item.state === 'removedByOwner' && <AddAgain context={context} item={item} title={title} />}
    </li>
  );
}

/** What is said beside the title: where, and when. */
function linesOf(context: PageContext, { section, content }: OverviewItem): string[] {
  const { department, organization, journalTitle, url, start, end, published, completed } = factsOf(content);
  const where = [department, organization?.name, organization?.city, journalTitle, isPersonSection(section) && url];
  const day = published ?? completed;
  return [
    where.filter((fact) => fact && fact !== titleOf(content)).join(', '),
    day === undefined ? period(context, start, end) : formatFuzzyDate(day),
  ];
}

/** Facts that one section or another has. */
type Facts = Partial<Affiliation & Pick<Work, 'journalTitle' | 'published'> & Pick<PeerReview, 'completed'>>;

function factsOf(content: OverviewItem['content']): Facts {
  return typeof content === 'object' ? content : {};
}

/** Whether the page is worth looking at again in a moment. */
export function isBeingWritten({ change, problem }: OverviewItem): boolean {
  return change === 'due' && problem === null;
}

function Status({ context, item, isPaused }: ItemProps): JSX.Element {
  const { connection: texts } = context.texts;
  if (!item.isPermitted) return <p class="status problem">{texts.notPermitted}</p>;
  if (item.problem !== null) return <p class="status problem">{texts.problem(item.problem)}</p>;
  if (isPaused && item.change === 'due') return <p class="status">{texts.paused}</p>;
  if (item.change === 'in-doubt') return <p class="status">{texts.inDoubt}</p>;
  if (item.change !== 'none') return <p class="status">{texts.changes[item.stated][item.change]}</p>;
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
