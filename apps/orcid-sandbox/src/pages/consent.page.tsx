import { type VNode } from 'preact';
import { type ClientSettings } from '../settings/settings.ts';
import { Page } from './page.tsx';
import { scopeWords } from './scope-words.ts';

interface ConsentProps {
  readonly client: ClientSettings;
  readonly scopes: readonly string[];
  /** The query of the authorization request, to be checked again with the decision. */
  readonly query: string;
  readonly name: string;
  readonly orcid: string;
  readonly locale: string;
}

export function ConsentPage({ client, scopes, query, name, orcid, locale }: ConsentProps): VNode {
  return (
    <Page title={`Authorize ${client.name}?`} signedInAs={`${name} (${orcid})`}>
      <p>
        <strong>{client.name}</strong> asks for your permission to:
      </p>
      <ul>
        {scopeWords(scopes).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {client.description !== '' && <p class="hint">{client.description}</p>}
      <p class="hint">
        More about it: <a href={client.homepage}>{client.homepage}</a>. You can take the permission back at any time
        under <a href="/trusted-organizations">trusted organizations</a>.
      </p>
      <form method="post" action="/oauth/authorize" class="row">
        <input type="hidden" name="request" value={query} />
        <button type="submit" name="decision" value="authorize">
          Authorize access
        </button>
        <button class="quiet" type="submit" name="decision" value="deny">
          Deny access
        </button>
      </form>
      <form method="post" action="/signout">
        <input type="hidden" name="next" value={`/oauth/authorize?${query}`} />
        <button class="quiet" type="submit">
          Not {name}? Sign in as somebody else
        </button>
      </form>
      {locale !== 'en' && <p class="hint">The real page would be shown in the language {locale}.</p>}
    </Page>
  );
}
