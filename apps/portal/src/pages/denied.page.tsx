import type { JSX } from 'preact';
import { Layout } from '../components/layout.tsx';
import { OrcidButton } from '../components/orcid-button.tsx';
import type { PageContext } from './page-context.ts';

/** After a refusal at ORCID: what it means, and that they can still connect. */
export function DeniedPage({ context }: { readonly context: PageContext }): JSX.Element {
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
