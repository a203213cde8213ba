import type { IdentifierKind } from '@ligature/identity-model';

/** What a configuration would mean for people who are known already. */
export type Consequence =
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
  | { readonly kind: 'orcid-client-changed'; readonly from: string; readonly to: string; readonly people: number };

/** What an operator reads before deciding. */
export function describeConsequence(consequence: Consequence): string {
  switch (consequence.kind) {
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
  }
}

function counted(people: number): string {
  return people === 1 ? '1 person' : `${people} people`;
}
