import type { ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import { Permissions } from '../components/permissions.tsx';
import { isGone } from '../components/standing.ts';
import type { PageContext } from './page-context.ts';

interface DeniedProps {
  readonly context: PageContext;
  /** The connection that stands all the same. */
  readonly earlier: ShownConnection | undefined;
}

/** After a refusal at ORCID: what it means, and what stands. */
export function DeniedPage({ context, earlier }: DeniedProps): JSX.Element {
  return earlier === undefined ? <Refused context={context} /> : <StillConnected context={context} earlier={earlier} />;
}

function Refused({ context }: Pick<DeniedProps, 'context'>): JSX.Element {
  const { denied, home } = context.texts;
  return (
    <Layout context={context} title={denied.title}>
      <p class="lead">{denied.text(context.institution.name)}</p>
      <h2>{home.whatIsOrcid}</h2>
      <p>{home.orcidExplained}</p>
      <p>{denied.offer(context.institution.name)}</p>
      <OrcidButton context={context} />
    </Layout>
  );
}

interface StillConnectedProps {
  readonly context: PageContext;
  readonly earlier: ShownConnection;
}

function StillConnected({ context, earlier }: StillConnectedProps): JSX.Element {
  const { denied, problems } = context.texts;
  return (
    <Layout context={context} title={denied.earlierTitle}>
      <p class="lead">{denied.earlierText(context.institution.name)}</p>
      <p class="holder">
        <span>{denied.stillConnected}</span>
        <OrcidIdLink context={context} orcid={earlier.orcid} />
      </p>
      {!isGone(earlier) && <Permissions context={context} connection={earlier} />}
      <p>{denied.stillStands}</p>
      <p>
        <a class="button" href="/connection">
          {problems.toConnection}
        </a>
      </p>
    </Layout>
  );
}
