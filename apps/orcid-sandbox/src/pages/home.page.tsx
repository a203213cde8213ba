import { type VNode } from 'preact';
import { Page } from './page.tsx';
import { type ListedPerson } from './sign-in.page.tsx';

interface HomeProps {
  readonly people: readonly ListedPerson[];
  readonly total: number;
}

export function HomePage({ people, total }: HomeProps): VNode {
  return (
    <Page title="Who is here">
      <p>
        This program answers as ORCID does, for demonstrations and tests. Nothing that is done here reaches orcid.org.
      </p>
      <p>
        <a href="/signin">Sign in</a> · <a href="/trusted-organizations">Trusted organizations</a> ·{' '}
        <a href="/inbox">Inbox</a>
      </p>
      <ul class="cards">
        {people.map(({ orcid, name, situation }) => (
          <li key={orcid}>
            <a href={`/${orcid}`}>{name}</a> <span class="meta">{orcid}</span>
            {situation !== '' && <div class="meta">{situation}</div>}
          </li>
        ))}
      </ul>
      {total > people.length && <p class="hint">and {total - people.length} more</p>}
    </Page>
  );
}
