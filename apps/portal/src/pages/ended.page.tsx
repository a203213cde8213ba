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
  const [title, text] = wordsOf(texts, context.institution.name)[endedBy];
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
): Readonly<Record<ConnectionEnd, readonly [title: string, text: string]>> {
  return {
    revoked: [texts.revokedTitle, texts.revokedText(institution)],
    disconnected: [texts.disconnectedTitle, texts.disconnectedText],
    deactivated: [texts.deactivatedTitle, texts.deactivatedText(institution)],
    replaced: [texts.replacedTitle, texts.replacedText(institution)],
  };
}
