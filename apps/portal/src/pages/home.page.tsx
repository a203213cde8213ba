import type { IdentityProvider } from '@ligature/persistence';
import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { PageContext } from './page-context.ts';

interface HomeProps {
  readonly context: PageContext;
  readonly providers: readonly IdentityProvider[];
}

export function HomePage({ context, providers }: HomeProps): JSX.Element {
  const { texts, institution } = context;
  return (
    <Layout context={context} title={texts.home.title}>
      <p class="lead">{texts.home.lead(institution.name)}</p>
      <SignInLinks context={context} providers={providers} />
      <h2>{texts.home.whatIsOrcid}</h2>
      <p>{texts.home.orcidExplained}</p>
    </Layout>
  );
}

function SignInLinks({ context, providers }: HomeProps): JSX.Element {
  const { texts, institution } = context;
  const [only, ...others] = providers;
  if (only !== undefined && others.length === 0) {
    return (
      <p>
        <a class="button" href="/sign-in">
          {texts.home.signIn(institution.name)}
        </a>
      </p>
    );
  }
  return (
    <ul class="providers">
      {providers.map(({ entityId, displayName }) => (
        <li key={entityId}>
          <a class="button" href={`/sign-in?provider=${encodeURIComponent(entityId)}`}>
            {texts.home.signInAt(displayName)}
          </a>
        </li>
      ))}
    </ul>
  );
}
