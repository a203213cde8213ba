import { titleOf } from '@ligature/orcid-model';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';
import { factsOf, ItemFacts } from './item-facts.tsx';
import { type ItemStanding, isSettled, isTroubled, standingOf } from './item-standing.ts';
import { dayIn } from './moment.ts';
import { WrongLink } from './wrong-link.tsx';

interface ItemProps {
  readonly context: PageContext;
  readonly item: OverviewItem;
  readonly isPaused: boolean;
}

/** One item: what it says on the record, how it stands, what happens next and who acts. */
export function RecordItem({ context, item, isPaused }: ItemProps): JSX.Element {
  const { connection: texts } = context.texts;
  const standing = standingOf(item, isPaused);
  const { next } = texts.standings[standing];
  const title = titleOf(item.content);
  return (
    <li class={isSettled(standing) ? 'item settled' : 'item'}>
      {item.proposed !== null && <p class="label">{texts.proposal.stands}</p>}
      <h4>{title}</h4>
      <ItemFacts context={context} section={item.section} content={item.content} />
      <Status context={context} item={item} standing={standing} />
      <Proposal context={context} item={item} standing={standing} />
      {next !== '' && <p>{next}</p>}
      {standing === 'removed-by-owner' && item.stated === 'today' && (
        <AddAgain context={context} item={item} title={title} />
      )}
      <WrongLink context={context} item={item} title={title} />
    </li>
  );
}

interface StandingProps {
  readonly context: PageContext;
  readonly item: OverviewItem;
  readonly standing: ItemStanding;
}

function Status({ context, item, standing }: StandingProps): JSX.Element {
  const { connection: texts } = context.texts;
  const { state } = texts.standings[standing];
  return (
    <>
      <p class={isTroubled(standing) ? 'status problem' : 'status'}>
        {state} <WrittenAs context={context} item={item} />
      </p>
      {item.state === 'present' && !item.isStanding && <p>{texts.unseen}</p>}
      {isTroubled(standing) && item.refusal !== null && item.isPermitted && (
        <Cause context={context} refusal={item.refusal} />
      )}
    </>
  );
}

/** The number that the item has at ORCID, and the day it was written; nothing of one that is not there. */
function WrittenAs({
  context,
  item: { state, putCode, writtenAt },
}: Omit<StandingProps, 'standing'>): JSX.Element | null {
  const { putCode: named, putCodeWritten } = context.texts.connection;
  if (putCode === null || (state !== 'present' && state !== 'missing' && state !== 'notOurs')) return null;
  const text = writtenAt === null ? named(putCode) : putCodeWritten(putCode, dayIn(context, writtenAt));
  return <span class="put-code">({text})</span>;
}

interface CauseProps {
  readonly context: PageContext;
  readonly refusal: NonNullable<OverviewItem['refusal']>;
}

/** Why, in the page's language; where we have no words for it, in those that came with it, which are English. */
function Cause({ context, refusal: { cause, message } }: CauseProps): JSX.Element {
  const text = context.texts.connection.causes[cause];
  if (cause !== 'other' || message === '') return <p>{text}</p>;
  return (
    <p>
      {text} <span lang="en">{message}</span>
    </p>
  );
}

/** What the institution says now, apart from what stands on the record. */
function Proposal({ context, item, standing }: StandingProps): JSX.Element | null {
  const { section, content, proposed } = item;
  if (proposed === null || isSettled(standing)) return null;
  const { proposal } = context.texts.connection;
  return (
    <div class="proposal">
      <p class="label">{proposal[labelOf(standing)]}</p>
      <p class="title">{titleOf(proposed)}</p>
      <ItemFacts context={context} section={section} content={proposed} />
      {looksTheSame(context, item, content, proposed) && <p>{proposal.onlyDetails}</p>}
    </div>
  );
}

function looksTheSame(
  context: PageContext,
  { section }: OverviewItem,
  ...[one, other]: readonly [OverviewItem['content'], OverviewItem['content']]
): boolean {
  const linesOf = (content: OverviewItem['content']): string =>
    [titleOf(content), ...factsOf(context, section, content)].join('\n');
  return linesOf(one) === linesOf(other);
}

function labelOf(standing: ItemStanding): 'due' | 'held' | 'rejected' | 'refused' | 'stated' {
  switch (standing) {
    case 'updating':
    case 'waiting-change':
      return 'due';
    case 'held-change':
      return 'held';
    case 'rejected-change':
      return 'rejected';
    case 'refused-change':
    case 'blocked-change':
      return 'refused';
    default:
      return 'stated';
  }
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
