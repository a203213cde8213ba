import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import type { PageContext } from './page-context.ts';

export function HomePage({ context }: { readonly context: PageContext }): JSX.Element {
  const { texts, institution } = context;
  return (
    <Layout context={context} title={texts.home.title}>
      <p class="lead">{texts.home.lead(institution.name)}</p>
      <p>
        <a class="button" href="/sign-in">
          {texts.home.signIn(institution.name)}
        </a>
      </p>
      <h2>{texts.home.whatIsOrcid}</h2>
      <p>{texts.home.orcidExplained}</p>
    </Layout>
  );
}
