import { counted } from '@ligature/runtime';
import type { Consequence } from './consequence.ts';

/** What an operator reads before deciding. */
export function describeConsequence(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'second-institution':
      return (
        `${consequence.slug} would be a new institution beside ${beside(consequence.others)}. ` +
        `The portals of the others stay where they are. If one of these is meant, correct the slug.`
      );
    case 'provider-removed':
      return (
        `${consequence.provider} would be removed: ${peopleOf(consequence)} signed in by it and could not do so any more, ` +
        `and whoever is signed in now would be signed out. Their connections and what is on their records stay.`
      );
    case 'provider-unread':
      return (
        `${consequence.location} could not be read, so nobody knows whether it describes ${consequence.provider}, by which ${peopleOf(consequence)} ` +
        `signed in (${consequence.reason}). See that the address is right and answers, and run the command again. If you go on all the same, ` +
        `nobody can sign in by ${consequence.provider} until it can be read, and whoever is signed in now may be signed out.`
      );
    case 'provider-space-changed':
      return (
        `Staff ids that ${consequence.provider} states would ${consequence.to === null ? 'link nobody to the HR export' : `count in ${consequence.to}`} ` +
        `instead of counting in ${consequence.from}: ${peopleOf(consequence)} who signed in by it stay as they are, but whoever signs in for the ` +
        `first time comes as somebody new, without what the export says of them, and where the number fits somebody a case is opened.`
      );
    case 'identifier-changed':
      return (
        `${consequence.provider} would name people by ${consequence.to} instead of ${consequence.from}: ${peopleOf(consequence)} ` +
        `known by it would come as new people, without their connection, at the next sign-in, unless a staff id of a declared number space links them.`
      );
    case 'orcid-client-changed':
      return (
        `People would connect under ${consequence.to} instead of ${consequence.from}: ${peopleOf(consequence)} connected under ${consequence.from} ` +
        `stay connected under it. Their permission works and can be revoked with its secret only: keep ${consequence.from} alive at ORCID.`
      );
    case 'secret-unchecked':
      return (
        `The secret of ${consequence.clientId} would be replaced by the given one, and nobody knows whether ORCID accepts that: it gave no answer ` +
        `(${consequence.reason}). With a wrong one nobody can connect, and the permissions of ${peopleOf(consequence)} could not be ended. ` +
        `Run the command again when ORCID answers.`
      );
    case 'public-url-changed':
      return (
        `The portal would be at ${addressOf(consequence.to)} instead of ${addressOf(consequence.from)}: ${peopleOf(consequence)} ` +
        `signed in there, and links they kept end. Its SAML entity id, its address for sign-in and ORCID's redirect URI move along: ` +
        `first register the new ones at every identity provider and at ORCID, or nobody can sign in or connect.`
      );
    case 'feed-renamed':
      return (
        `The feed ${consequence.from} would be called ${consequence.to}: what it stated of ${peopleOf(consequence)} stays, its next file ` +
        `counts as another feed's, and every item is written to records a second time. Keep the name.`
      );
    case 'staff-id-space-changed':
      return (
        `Staff ids would count in ${consequence.to} instead of ${consequence.from}: whom the feed names next are new people, without the connections ` +
        `and sign-ins of the ${peopleOf(consequence)} known by a number in ${consequence.from}.`
      );
    case 'absence-changed':
      if (consequence.people === 0) return nobodyAbsentYet(consequence.to);
      return consequence.to === 'ended'
        ? `A job that the export no longer lists would count as ended, on the day before it was first missed: ${peopleOf(consequence)} with such a ` +
            `job now would have that end date written on their records with the next end-dates (many at once are held until a person decides).`
        : `A job that the export no longer lists would be reported only, and no longer count as ended: of ${peopleOf(consequence)} with such a ` +
            `job now, the end date would be taken back with the next end-dates (many at once are held until a person decides).`;
  }
}

/** What an operator reads who said yes: what was done, and whom it concerned. */
export function describeConfirmed(consequence: Consequence): string {
  switch (consequence.kind) {
    case 'second-institution':
      return `${consequence.slug} is a new institution beside ${beside(consequence.others)}.`;
    case 'provider-removed':
      return `${consequence.provider} was removed; ${peopleOf(consequence)} had signed in by it.`;
    case 'provider-unread':
      return `${consequence.location} could not be read; ${peopleOf(consequence)} had signed in by ${consequence.provider}.`;
    case 'provider-space-changed':
      return (
        `Staff ids that ${consequence.provider} states ${consequence.to === null ? 'link nobody to the HR export any more' : `count in ${consequence.to}`}; ` +
        `${peopleOf(consequence)} had signed in by it.`
      );
    case 'identifier-changed':
      return (
        `${consequence.provider} names people by ${consequence.to} instead of ${consequence.from}; ` +
        `not known by ${consequence.to} yet: ${peopleOf(consequence)}.`
      );
    case 'orcid-client-changed':
      return `People connect under ${consequence.to}; still connected under ${consequence.from}: ${peopleOf(consequence)}.`;
    case 'secret-unchecked':
      return `The secret of ${consequence.clientId} was replaced without ORCID's word on it; connected under it: ${peopleOf(consequence)}.`;
    case 'public-url-changed':
      return `The portal is at ${addressOf(consequence.to)}; ${peopleOf(consequence)} had signed in at ${addressOf(consequence.from)}.`;
    case 'feed-renamed':
      return `The feed ${consequence.from} is called ${consequence.to}; it had stated something of ${peopleOf(consequence)}.`;
    case 'staff-id-space-changed':
      return `Staff ids count in ${consequence.to}; known by a number in ${consequence.from}: ${peopleOf(consequence)}.`;
    case 'absence-changed':
      return (
        `A job that the export no longer lists ${consequence.to === 'ended' ? 'counts as ended' : 'is reported only'}; ` +
        `with such a job now: ${peopleOf(consequence)}.`
      );
  }
}

function nobodyAbsentYet(to: 'ended' | 'keep'): string {
  return to === 'ended'
    ? 'A job that the export no longer lists would count as ended, on the day before it was first missed. Nobody has such a job now.'
    : 'A job that the export no longer lists would be reported only, and no longer count as ended. Nobody has such a job now.';
}

function beside(others: readonly string[]): string {
  return `${counted(others.length, 'other')} (${others.join(', ')})`;
}

function addressOf(publicUrl: string | null): string {
  return publicUrl ?? "the deployment's own address (PORTAL_URL)";
}

function peopleOf({ people }: { readonly people: number }): string {
  return counted(people, 'person', 'people');
}
