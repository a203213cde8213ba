import type { ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import type { ConnectionTest } from '../connection/connection-test.ts';
import type { PageContext } from '../pages/page-context.ts';
import { CsrfField } from './csrf-field.tsx';
import { InProgress } from './in-progress.tsx';
import { momentIn } from './moment.ts';
import { isForRecord, isPaused, isWorthAsking } from './standing.ts';

interface ReadProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
  readonly test: ConnectionTest;
}

/** What we read of the record, when ORCID last let us, and a way to make sure that it still does. */
export function WhatIsRead({ context, connection, test }: ReadProps): JSX.Element | null {
  const { reading } = context.texts.connection;
  const { checkedAt } = connection;
  if (!isForRecord(connection)) return null;
  const lately = test.kind === 'answered' && test.at > checkedAt && !isPaused(connection) ? test.at : checkedAt;
  return (
    <section aria-labelledby="reading">
      <h2 id="reading">{reading.title}</h2>
      <p>{reading.text}</p>
      <p>{reading.accepted(momentIn(context, lately))}</p>
      {!isPaused(connection) && isWorthAsking(connection) && <Test context={context} test={test} />}
    </section>
  );
}

function Test({ context, test }: Omit<ReadProps, 'connection'>): JSX.Element {
  const { reading } = context.texts.connection;
  if (test.kind === 'running') return <InProgress context={context} text={reading.running} />;
  return (
    <>
      {test.kind !== 'none' && <p role="status">{outcome(context, test)}</p>}
      <form method="post" action="/connection/check">
        <CsrfField context={context} />
        <p id="test-hint" class="hint">
          {reading.hint}
        </p>
        <button type="submit" class="quiet" aria-describedby="test-hint">
          {reading.test}
        </button>
      </form>
    </>
  );
}

function outcome(context: PageContext, test: Exclude<ConnectionTest, { kind: 'none' | 'running' }>): string {
  const { reading } = context.texts.connection;
  switch (test.kind) {
    case 'late':
      return reading.late;
    case 'answered':
      return reading.answered(momentIn(context, test.at));
    case 'no-result':
      return reading.noResult(momentIn(context, test.at));
  }
}
