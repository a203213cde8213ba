import type { ConnectionEnd } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import type { PageContext } from './page-context.ts';

interface EndedProps {
  readonly context: PageContext;
  readonly endedBy: ConnectionEnd;
  /** Whether ORCID cannot be told of it, since the key of the token is lost. */
  readonly isKeyLost: boolean;
}

/** After a connection has ended, by whoever's will. */
export function EndedPage({ context, endedBy, isKeyLost }: EndedProps): JSX.Element {
  const { connection: texts } = context.texts;
  const [title, text] = wordsOf(texts, context.institution.name, isKeyLost)[endedBy];
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
  isKeyLost: boolean,
): Readonly<Record<ConnectionEnd, readonly [title: string, text: string]>> {
  return {
    revoked: [texts.revokedTitle, texts.revokedText(institution)],
    disconnected: [texts.disconnectedTitle, isKeyLost ? texts.disconnectedKeyLostText : texts.disconnectedText],
    deactivated: [texts.deactivatedTitle, texts.deactivatedText(institution)],
    replaced: [texts.replacedTitle, texts.replacedText(institution)],
  };
}
