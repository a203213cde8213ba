import type { ConnectionEnd } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import type { PageContext } from './page-context.ts';

interface EndedProps {
  readonly context: PageContext;
  readonly endedBy: ConnectionEnd;
}

/** After a connection has ended, by whoever's will. */
export function EndedPage({ context, endedBy }: EndedProps): JSX.Element {
  const { connection: texts } = context.texts;
  const isRevoked = endedBy === 'revoked';
  return (
    <Layout context={context} title={isRevoked ? texts.revokedTitle : texts.disconnectedTitle}>
      <p class="lead">{isRevoked ? texts.revokedText(context.institution.name) : texts.disconnectedText}</p>
      <OrcidButton context={context} />
    </Layout>
  );
}
