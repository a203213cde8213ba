import type { IdentifierKind } from '@ligature/identity-model';

/** What a configuration would mean for people who are known already. */
export type Consequence =
  /** The slug is new: nothing of the other institutions is changed, and a mistyped slug looks the same. */
  | {
      readonly kind: 'second-institution';
      readonly slug: string;
      /** Slugs of the institutions there are. */
      readonly others: readonly string[];
      /** How many would have no address of their own, this one included. */
      readonly withoutAddress: number;
    }
  /** No source describes the provider any more: nobody can sign in by it. */
  | { readonly kind: 'provider-removed'; readonly provider: string; readonly people: number }
  /** The provider's people are to be known by another kind of identifier, under which these have never signed in. */
  | {
      readonly kind: 'identifier-changed';
      readonly provider: string;
      readonly from: IdentifierKind;
      readonly to: IdentifierKind;
      readonly people: number;
    }
  /** People connect under another ORCID client; these are connected under the one before. */
  | { readonly kind: 'orcid-client-changed'; readonly from: string; readonly to: string; readonly people: number }
  /** The portal moves; null stands for the deployment's own address (`PORTAL_URL`). These have signed in at the one before. */
  | {
      readonly kind: 'public-url-changed';
      readonly from: string | null;
      readonly to: string | null;
      readonly people: number;
    }
  /** What a feed stated stays as it is; its files count for another feed, and are stated a second time. */
  | { readonly kind: 'feed-renamed'; readonly from: string; readonly to: string; readonly people: number }
  /** Staff ids count in another number space: whom the feed names next are new people. */
  | { readonly kind: 'staff-id-space-changed'; readonly from: string; readonly to: string; readonly people: number };

type Of<Kind extends Consequence['kind']> = Extract<Consequence, { readonly kind: Kind }>;

/** How many it concerns: people; or the institutions that a new one would stand beside. */
export function countConcerned(consequence: Consequence): number {
  return consequence.kind === 'second-institution' ? consequence.others.length : consequence.people;
}

/** What an operator reads before deciding. */
export function describeConsequence(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'second-institution':
      return secondInstitution(consequence);
    case 'provider-removed':
      return (
        `${consequence.provider} would be removed: ${counted(consequence.people)} signed in by it and could not do so any more, ` +
        `and whoever is signed in now would be signed out. Their connections and what is on their records stay.`
      );
    case 'identifier-changed':
      return (
        `${consequence.provider} would name people by ${consequence.to} instead of ${consequence.from}: ${counted(consequence.people)} ` +
        `known by it would come as new people, without their connection, at the next sign-in, unless a staff id of a declared number space links them.`
      );
    case 'orcid-client-changed':
      return (
        `People would connect under ${consequence.to} instead of ${consequence.from}: ${counted(consequence.people)} connected under ${consequence.from} ` +
        `stay connected under it. Their permission works and can be revoked with its secret only: keep ${consequence.from} alive at ORCID.`
      );
    case 'public-url-changed':
      return (
        `The portal would be at ${addressOf(consequence.to)} instead of ${addressOf(consequence.from)}: ${counted(consequence.people)} ` +
        `signed in there, and links they kept end. Its SAML entity id, its address for sign-in and ORCID's redirect URI move along: ` +
        `first register the new ones at every identity provider and at ORCID, or nobody can sign in or connect.`
      );
    case 'feed-renamed':
      return (
        `The feed ${consequence.from} would be called ${consequence.to}: what it stated of ${counted(consequence.people)} stays, its next file ` +
        `counts as another feed's, and every item is written to records a second time. Keep the name.`
      );
    case 'staff-id-space-changed':
      return (
        `Staff ids would count in ${consequence.to} instead of ${consequence.from}: whom the feed names next are new people, without the connections ` +
        `and sign-ins of the ${counted(consequence.people)} known by a number in ${consequence.from}.`
      );
  }
}

function secondInstitution({ slug, others, withoutAddress }: Of<'second-institution'>): string {
  const known = `${others.length} other${others.length === 1 ? '' : 's'} (${others.join(', ')})`;
  const portals =
    withoutAddress > 1
      ? `${withoutAddress} institutions would have no publicUrl: as long as it is more than one, the portal at ${addressOf(null)} answers nobody.`
      : 'The portals of the others stay where they are.';
  return `${slug} would be a new institution beside ${known}. ${portals} If one of these is meant, correct the slug.`;
}

function addressOf(publicUrl: string | null): string {
  return publicUrl ?? "the deployment's own address (PORTAL_URL)";
}

function counted(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}
