import { includesScope, type Scope } from '@ligature/orcid-model';
import type { ShownConnection } from '@ligature/persistence';
import type { OverviewItem } from '@ligature/record-sync';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import { RecordItems } from '../components/record-items.tsx';
import { isPaused, RefusalNotice } from '../components/refusal-notice.tsx';
import type { PageContext } from './page-context.ts';

interface ConnectionProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
  readonly items: readonly OverviewItem[];
  /** Whether ORCID is being asked for this person, who waits for it. */
  readonly isAsking: boolean;
}

const WRITES = ['/activities/update', '/person/update'] as const;

/** What is connected, what was permitted, what was written, and the way out. */
export function ConnectionPage({ context, connection, items, isAsking }: ConnectionProps): JSX.Element {
  const { connection: texts } = context.texts;
  const mayWrite = WRITES.some((scope) => includesScope(connection.scopes, scope));
  return (
    <Layout context={context} title={texts.title} script="connection.js">
      <RefusalNotice context={context} connection={connection} isAsking={isAsking} />
      <section aria-labelledby="connected" class="card">
        <h2 id="connected">{texts.connectedTitle}</h2>
        <p class="holder">
          {connection.name !== null && <span>{connection.name}</span>}
          <OrcidIdLink context={context} orcid={connection.orcid} />
        </p>
        <p>
          {texts.connectedSince(connection.connectedAt.toLocaleDateString(context.texts.locale, { dateStyle: 'long' }))}{' '}
          {connection.name === null && texts.privateName}
        </p>
      </section>
      <Permissions context={context} connection={connection} />
      {mayWrite ? (
        <RecordItems
          context={context}
          items={items}
          isPaused={isPaused(connection)}
          isAsking={isAsking}
          recordUri={context.site.uriOf(connection.orcid)}
        />
      ) : (
        <div class="notice">
          <p>{texts.lesser}</p>
          <OrcidButton context={context} />
        </div>
      )}
      <p>
        <a class="button quiet" href="/connection/disconnect">
          {texts.disconnect}
        </a>
      </p>
    </Layout>
  );
}

function Permissions({ context, connection }: Omit<ConnectionProps, 'items' | 'isAsking'>): JSX.Element {
  const { permissions, permission } = context.texts.connection;
  const may = (scope: Scope): boolean => includesScope(connection.scopes, scope);
  const permitted = [
    ...(may('/read-limited') ? [permission.read] : []),
    ...(may('/activities/update') ? [permission.writeActivities] : []),
    ...(may('/person/update') ? [permission.writePerson] : []),
  ];
  return (
    <section aria-labelledby="permissions">
      <h2 id="permissions">{permissions}</h2>
      <ul>
        {(permitted.length > 0 ? permitted : [permission.onlyId]).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}
