import type { ListedProvider } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { Found } from '../discovery/discovery.ts';
import type { PageContext } from './page-context.ts';

interface DiscoveryProps {
  readonly context: PageContext;
  /** What was searched for. */
  readonly text: string;
  readonly found: Found;
  /** What was chosen last time. */
  readonly last?: ListedProvider;
}

/** Where do you sign in? A search by a plain form, and links: nothing that needs a script. */
export function DiscoveryPage({ context, text, found, last }: DiscoveryProps): JSX.Element {
  const { discovery: texts } = context.texts;
  return (
    <Layout context={context} title={texts.title}>
      <p class="lead">{texts.lead}</p>
      {last !== undefined && <LastChoice context={context} last={last} />}
      <SearchForm context={context} text={text} />
      <h2 id="results">{texts.results}</h2>
      <p role="status">{found.providers.length === 0 && texts.none}</p>
      <ul class="choices" aria-labelledby="results">
        {found.providers.map((provider) => (
          <li key={provider.entityId}>
            <a href={choiceOf(provider)}>
              <span class="name">{provider.displayName}</span> <span class="host">{hostOf(provider)}</span>
            </a>
          </li>
        ))}
      </ul>
      {found.next !== undefined && (
        <p>
          <a href={`/institutions?${new URLSearchParams({ q: text, after: found.next }).toString()}`} rel="next">
            {texts.more}
          </a>
        </p>
      )}
    </Layout>
  );
}

function SearchForm({ context, text }: Pick<DiscoveryProps, 'context' | 'text'>): JSX.Element {
  const { discovery: texts } = context.texts;
  return (
    <form method="get" action="/institutions" role="search" class="search">
      <label for="q">{texts.search}</label>
      <div class="row">
        <input id="q" name="q" type="search" value={text} maxlength={100} autocomplete="organization" />
        <button type="submit">{texts.button}</button>
      </div>
      {text !== '' && <a href="/institutions">{texts.all}</a>}
    </form>
  );
}

function LastChoice({ context, last }: Required<Pick<DiscoveryProps, 'context' | 'last'>>): JSX.Element {
  const { discovery: texts } = context.texts;
  return (
    <section class="card" aria-labelledby="last">
      <h2 id="last">{texts.last}</h2>
      <p>
        <a class="button" href={choiceOf(last)}>
          {last.displayName}
        </a>
      </p>
      <form method="post" action="/institutions/forget">
        <button type="submit" class="quiet">
          {texts.forget}
        </button>
      </form>
    </section>
  );
}

function choiceOf({ entityId }: ListedProvider): string {
  return `/institutions/choice?provider=${encodeURIComponent(entityId)}`;
}

/** Tells organisations of the same name apart, and shows where one will sign in. */
function hostOf({ entityId }: ListedProvider): string {
  return URL.canParse(entityId) ? new URL(entityId).hostname : '';
}
