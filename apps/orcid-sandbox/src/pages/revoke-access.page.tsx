import { type VNode } from 'preact';
import { type ClientSettings } from '../settings/settings.ts';
import { Page } from './page.tsx';

interface RevokeProps {
  readonly name: string;
  readonly client: ClientSettings;
}

/** A token that was revoked cannot be brought back, so that the question comes first. */
export function RevokeAccessPage({ name, client }: RevokeProps): VNode {
  return (
    <Page title={`Revoke the access of ${client.name}?`} signedInAs={name}>
      <p>
        {client.name} will no longer be able to read your trusted information or to add to your record. What it added
        stays there, and it can still delete that.
      </p>
      <form method="post" action="/trusted-organizations" class="row">
        <input type="hidden" name="client_id" value={client.id} />
        <button type="submit">Revoke access</button>
      </form>
      <p>
        <a href="/trusted-organizations">Keep access</a>
      </p>
    </Page>
  );
}
