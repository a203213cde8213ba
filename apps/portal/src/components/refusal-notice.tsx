import type { RecordState, ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';
import { momentIn } from './moment.ts';
import { OrcidButton } from './orcid-button.tsx';
import { OrcidIdLink } from './orcid-id-link.tsx';

interface RefusalProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
  /** Whether ORCID is being asked for somebody who waits. */
  readonly isAsking: boolean;
}

type Standing = Pick<ShownConnection, 'doubtedSince' | 'recordState'>;

/** Whether nothing is written for now, because ORCID takes nothing. */
export function isPaused({ doubtedSince, recordState }: Standing): boolean {
  return doubtedSince != null || recordState !== 'open';
}

/** Why nothing can be written at the moment, what happens next, and who acts. */
export function RefusalNotice(props: RefusalProps): JSX.Element | null {
  const { connection } = props;
  if (!isPaused(connection)) return null;
  return (
    <section aria-labelledby="refusal" class="notice">
      <Reason {...props} />
    </section>
  );
}

function Reason({ context, connection, isAsking }: RefusalProps): JSX.Element {
  const { refusal } = context.texts.connection;
  const { doubtedSince } = connection;
  const recordState: RecordState = connection.recordState;
  const since = momentIn(context, connection.recordStateSince ?? doubtedSince ?? connection.checkedAt);
  switch (recordState) {
    case 'locked':
      return <Words title={refusal.lockedTitle} text={refusal.lockedText(since)} />;
    case 'deactivated':
      return <Words title={refusal.deactivatedTitle} text={refusal.deactivatedText(since)} />;
    case 'merged':
      return <Merged context={context} connection={connection} />;
    case 'open':
      return (
        <>
          <Words
            title={refusal.doubtedTitle}
            text={refusal.doubtedText(momentIn(context, doubtedSince ?? connection.checkedAt))}
          />
          <Ask context={context} isAsking={isAsking} />
        </>
      );
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
        <p>
          {refusal.mergedInto} <OrcidIdLink context={context} orcid={connection.mergedInto} />
        </p>
      )}
      <OrcidButton context={context} />
    </>
  );
}

function Ask({ context, isAsking }: Omit<RefusalProps, 'connection'>): JSX.Element {
  const { ask, asking } = context.texts.connection.refusal;
  if (isAsking) return <p role="status">{asking}</p>;
  return (
    <form method="post" action="/connection/check">
      <CsrfField context={context} />
      <button type="submit">{ask}</button>
    </form>
  );
}
