import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { InProgress } from './in-progress.tsx';
import { isBeingWritten, isSettled, standingOf } from './item-standing.ts';
import { RecordItem } from './record-item.tsx';
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
          {items.length > 0 && summary(texts, items, isPaused)}
        </p>
      )}
      {items.some(({ putCode }) => putCode !== null) && <p class="hint">{texts.putCodeExplained}</p>}
      <Sections context={context} items={items} isPaused={isPaused} />
      <p>
        <a href={recordUri}>{texts.viewRecord}</a>
      </p>
    </section>
  );
}

/** Says that all is done only where it is. */
function summary(texts: PageContext['texts']['connection'], items: readonly OverviewItem[], isPaused: boolean): string {
  if (isPaused) return texts.pausedProgress;
  const done = items.filter((item) => isSettled(standingOf(item, isPaused))).length;
  return done === items.length ? texts.workDone : texts.partDone(done, items.length);
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
              <RecordItem key={at} context={context} item={item} isPaused={isPaused} />
            ))}
          </ul>
        </section>
      ))}
    </>
  );
}
