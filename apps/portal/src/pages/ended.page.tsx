import type { ConnectionEnd, ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import type { PageContext } from './page-context.ts';

interface EndedProps {
  readonly context: PageContext;
  readonly connection: Pick<ShownConnection, 'isKeyLost' | 'endedByOperator' | 'removesItems'>;
  readonly endedBy: ConnectionEnd;
}

/** After a connection has ended, by whoever's will. */
export function EndedPage({ context, connection, endedBy }: EndedProps): JSX.Element {
  const { connection: texts } = context.texts;
  const [title, text] = wordsOf(texts, context.institution.name, connection)[endedBy];
  return (
    <Layout context={context} title={title}>
      <p class="lead">{text}</p>
      <OrcidButton context={context} />
    </Layout>
  );
}

function wordsOf(
  texts: PageContext['texts']['connection'],
  institution: string,
  { isKeyLost, endedByOperator, removesItems }: EndedProps['connection'],
): Readonly<Record<ConnectionEnd, readonly [title: string, text: string]>> {
  return {
    revoked: [texts.revokedTitle, texts.revokedText(institution)],
    disconnected:
      endedByOperator == null
        ? [texts.disconnectedTitle, isKeyLost ? texts.disconnectedKeyLostText : texts.disconnectedText]
        : [texts.staffEndedTitle, texts.staffEndedText(institution, removesItems)],
    deactivated: [texts.deactivatedTitle, texts.deactivatedText(institution)],
    replaced: [texts.replacedTitle, texts.replacedText(institution)],
  };
}
