import { type VNode } from 'preact';
import { type AffiliationOffer } from '../registry/affiliation-offer.ts';
import { Page } from './page.tsx';

interface OfferProps {
  readonly name: string;
  readonly offer: AffiliationOffer;
  /** The query of the authorization request that the person has agreed to. */
  readonly query: string;
}

/** What ORCID may ask between the consent and the way back to the client. */
export function AffiliationOfferPage({ name, offer, query }: OfferProps): VNode {
  const { organization, address } = offer;
  return (
    <Page title="Add this affiliation to your record?" signedInAs={name}>
      <p>
        Your e-mail address {address} belongs to <strong>{organization.name}</strong>. You can add it to your record as
        your employment. Afterwards you go back to where you came from.
      </p>
      <form method="post" action="/oauth/interstitial">
        <input type="hidden" name="request" value={query} />
        <label for="role-title">Role (optional)</label>
        <input id="role-title" name="role-title" maxLength={4000} autocomplete="organization-title" />
        <label for="department-name">Department (optional)</label>
        <input id="department-name" name="department-name" maxLength={4000} />
        <div class="row">
          <button type="submit" name="choice" value="add">
            Add to my record
          </button>
          <button class="quiet" type="submit" name="choice" value="skip">
            Continue without adding
          </button>
        </div>
      </form>
    </Page>
  );
}
