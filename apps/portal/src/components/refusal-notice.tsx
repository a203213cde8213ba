import type { RecordState, ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';
import { InProgress } from './in-progress.tsx';
import { momentIn } from './moment.ts';
import { OrcidButton } from './orcid-button.tsx';
import { OrcidIdLink } from './orcid-id-link.tsx';
import { isGone, isPaused } from './standing.ts';

interface RefusalProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
  /** Whether ORCID is being asked for somebody who waits. */
  readonly isAsking: boolean;
}

/** Why nothing can be written at the moment, what happens next, and who acts. */
export function RefusalNotice(props: RefusalProps): JSX.Element | null {
  if (!isPaused(props.connection)) return null;
  return (
    <section aria-labelledby="refusal" class="notice">
      <Reason {...props} />
    </section>
  );
}

function Reason({ context, connection, isAsking }: RefusalProps): JSX.Element {
  const { institution, texts } = context;
  const { refusal } = texts.connection;
  const { doubtedSince, checkedAt } = connection;
  const recordState: RecordState = connection.recordState;
  const doubted = momentIn(context, doubtedSince ?? checkedAt);
  const known = momentIn(context, connection.recordStateSince ?? doubtedSince ?? checkedAt);
  if (connection.isKeyLost && !isGone(connection))
    return (
      <>
        <Words title={refusal.keyLostTitle} text={refusal.keyLostText(institution.name)} />
        <OrcidButton context={context} />
      </>
    );
  switch (recordState) {
    case 'open':
      return (
        <>
          <Words title={refusal.doubtedTitle} text={refusal.doubtedText(doubted)} />
          <Ask context={context} isAsking={isAsking} />
        </>
      );
    case 'locked':
      return (
        <>
          <Words title={refusal.lockedTitle} text={refusal.lockedText(known)} />
          <Ask context={context} isAsking={isAsking} />
        </>
      );
    case 'deactivated':
      return (
        <>
          <Words title={refusal.deactivatedTitle} text={refusal.deactivatedText(known, institution.name)} />
          <OrcidButton context={context} />
        </>
      );
    case 'merged':
      return <Merged context={context} connection={connection} />;
  }
}

function Words({ title, text }: { readonly title: string; readonly text: string }): JSX.Element {
  return (
    <>
      <h2 id="refusal">{title}</h2>
      <p>{text}</p>
    </>
  );
}

function Merged({ context, connection }: Omit<RefusalProps, 'isAsking'>): JSX.Element {
  const { refusal } = context.texts.connection;
  return (
    <>
      <Words title={refusal.mergedTitle} text={refusal.mergedText} />
      {connection.mergedInto != null && (
        <p class="holder">
          <span>{refusal.mergedInto}</span>
          <OrcidIdLink context={context} orcid={connection.mergedInto} />
        </p>
      )}
      <OrcidButton context={context} />
    </>
  );
}

function Ask({ context, isAsking }: Omit<RefusalProps, 'connection'>): JSX.Element {
  const { ask, asking, askHint } = context.texts.connection.refusal;
  if (isAsking) return <InProgress context={context} text={asking} />;
  return (
    <form method="post" action="/connection/check">
      <CsrfField context={context} />
      <p id="ask-hint">{askHint}</p>
      <button type="submit" aria-describedby="ask-hint">
        {ask}
      </button>
    </form>
  );
}
