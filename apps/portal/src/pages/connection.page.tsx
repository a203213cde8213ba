import { includesScope } from '@ligature/orcid-model';
import type { ShownConnection } from '@ligature/persistence';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import { Permissions } from '../components/permissions.tsx';
import { RecordItems } from '../components/record-items.tsx';
import { dayIn } from '../components/moment.ts';
import { RefusalNotice } from '../components/refusal-notice.tsx';
import { isGone, isPaused } from '../components/standing.ts';
import { WhatIsRead } from '../components/what-is-read.tsx';
import { type ConnectionTest, isUnderWay } from '../connection/connection-test.ts';
import type { PageContext } from './page-context.ts';

interface ConnectionProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
  readonly items: readonly OverviewItem[];
  /** What came of asking ORCID for this person, who waits for it. */
  readonly test: ConnectionTest;
}

const WRITES = ['/activities/update', '/person/update'] as const;

/** Why nothing can be written, if so; what is connected, what was permitted, what was written; and the way out. */
export function ConnectionPage({ context, connection, items, test }: ConnectionProps): JSX.Element {
  const { connection: texts } = context.texts;
  return (
    <Layout context={context} title={texts.title} script="connection.js">
      <RefusalNotice context={context} connection={connection} isAsking={isUnderWay(test)} />
      {isGone(connection) ? (
        <StoredId context={context} connection={connection} />
      ) : (
        <Connected context={context} connection={connection} items={items} test={test} />
      )}
      <p>
        <a class="button quiet" href="/connection/disconnect">
          {texts.disconnect}
        </a>
      </p>
    </Layout>
  );
}

/** All that can be said of a record that ORCID has cleared. */
function StoredId({ context, connection }: Omit<ConnectionProps, 'items' | 'test'>): JSX.Element {
  return (
    <section aria-labelledby="stored" class="card">
      <h2 id="stored">{context.texts.connection.storedId}</h2>
      <p>
        <OrcidIdLink context={context} orcid={connection.orcid} />
      </p>
    </section>
  );
}

function Connected({ context, connection, items, test }: ConnectionProps): JSX.Element {
  const { connection: texts } = context.texts;
  const mayWrite = WRITES.some((scope) => includesScope(connection.scopes, scope));
  return (
    <>
      <section aria-labelledby="connected" class="card">
        <h2 id="connected">{texts.connectedTitle}</h2>
        <p class="holder">
          {connection.name !== null && <span>{connection.name}</span>}
          <OrcidIdLink context={context} orcid={connection.orcid} />
        </p>
        <p>
          {texts.connectedSince(dayIn(context, connection.connectedAt))} {connection.name === null && texts.privateName}
        </p>
      </section>
      <Permissions context={context} connection={connection} />
      {!mayWrite && (
        <div class="notice">
          <p>{texts.lesser}</p>
          <OrcidButton context={context} />
        </div>
      )}
      {(mayWrite || items.length > 0) && (
        <RecordItems
          context={context}
          items={items}
          isPaused={isPaused(connection)}
          recordUri={context.site.uriOf(connection.orcid)}
        />
      )}
      <WhatIsRead context={context} connection={connection} test={test} />
    </>
  );
}
