import type { IdentifierKind } from '@ligature/identity-model';
import type { FeedRules } from '@ligature/persistence';

/** What a configuration would mean for people who are known already. */
export type Consequence =
  /** The slug is new: nothing of the other institutions is changed, and a mistyped slug looks the same. */
  | {
      readonly kind: 'second-institution';
      readonly slug: string;
      /** Slugs of the institutions there are. */
      readonly others: readonly string[];
    }
  /** No source describes the provider any more: nobody can sign in by it. */
  | { readonly kind: 'provider-removed'; readonly provider: string; readonly people: number }
  /** The provider may be described by a source that could not be read: until it is, nobody can sign in by it. */
  | {
      readonly kind: 'provider-unread';
      readonly provider: string;
      readonly location: string;
      readonly reason: string;
      readonly people: number;
    }
  /** Staff ids that the provider states link people to no feed any more (null), or to those of another number space. */
  | {
      readonly kind: 'provider-space-changed';
      readonly provider: string;
      readonly from: string;
      readonly to: string | null;
      readonly people: number;
    }
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
  /** ORCID could not say whether it accepts the secret that would replace the one in use; these are connected under the client. */
  | { readonly kind: 'secret-unchecked'; readonly clientId: string; readonly reason: string; readonly people: number }
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
  | { readonly kind: 'staff-id-space-changed'; readonly from: string; readonly to: string; readonly people: number }
  /** What it means that an export no longer lists a job; these people have one now. */
  | { readonly kind: 'absence-changed'; readonly to: FeedRules['absentMeans']; readonly people: number };

/** How many it concerns: people; or the institutions that a new one would stand beside. */
export function countConcerned(consequence: Consequence): number {
  return consequence.kind === 'second-institution' ? consequence.others.length : consequence.people;
}
