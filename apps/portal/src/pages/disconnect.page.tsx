import type { ShownConnection } from '@ligature/persistence';
import type { JSX } from 'preact';
import { CsrfField } from '../components/csrf-field.tsx';
import { Layout } from '../components/layout.tsx';
import { OrcidIdLink } from '../components/orcid-id-link.tsx';
import type { PageContext } from './page-context.ts';

interface DisconnectProps {
  readonly context: PageContext;
  readonly connection: ShownConnection;
}

/** Asks before letting an iD go, and says what that means. */
export function DisconnectPage({ context, connection }: DisconnectProps): JSX.Element {
  const { connection: texts } = context.texts;
  const { disconnectText, disconnectKeyLostText } = texts;
  const meaning = connection.isKeyLost ? disconnectKeyLostText : disconnectText;
  return (
    <Layout context={context} title={texts.disconnectTitle}>
      <p>
        <OrcidIdLink context={context} orcid={connection.orcid} />
      </p>
      <p>{meaning(context.institution.name)}</p>
      <form method="post" action="/connection/disconnect" class="buttons">
        <CsrfField context={context} />
        <button type="submit" class="danger">
          {texts.disconnect}
        </button>
        <a class="button quiet" href="/connection">
          {texts.keep}
        </a>
      </form>
    </Layout>
  );
}
