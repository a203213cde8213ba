import { type VNode } from 'preact';
import { type ClientSettings } from '../settings/settings.ts';
import { Page } from './page.tsx';
import { scopeWords } from './scope-words.ts';

export interface TrustedOrganization {
  readonly client: ClientSettings;
  readonly scopes: readonly string[];
  readonly since: string;
}

interface TrustedProps {
  readonly name: string;
  readonly orcid: string;
  readonly trusted: readonly TrustedOrganization[];
  readonly message?: string | undefined;
}

export function TrustedOrganizationsPage({ name, orcid, trusted, message }: TrustedProps): VNode {
  return (
    <Page title="Trusted organizations" signedInAs={`${name} (${orcid})`}>
      {message !== undefined && <p role="status">{message}</p>}
      {trusted.length === 0 && <p>You have given no organization a permission.</p>}
      <ul class="cards">
        {trusted.map(({ client, scopes, since }) => (
          <li key={client.id}>
            <h2 id={client.id}>{client.name}</h2>
            <p class="meta">
              Since {since}, <a href={client.homepage}>{client.homepage}</a>
            </p>
            <ul>
              {scopeWords(scopes).map((words) => (
                <li key={words}>{words}</li>
              ))}
            </ul>
            <p>
              <a
                href={`/trusted-organizations/revoke?client_id=${encodeURIComponent(client.id)}`}
                aria-describedby={client.id}
              >
                Revoke access
              </a>
            </p>
          </li>
        ))}
      </ul>
      <p>
        <a href={`/${orcid}`}>Your record</a>
      </p>
    </Page>
  );
}
