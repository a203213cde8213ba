import {
  type Activities,
  AFFILIATION_KINDS,
  type Biography,
  type EmailAddress,
  type OrcidRecord,
  type RecordPerson,
  type PersonalDetails,
  type PersonName,
  type RecordHistory,
} from '@ligature/orcid-model';
import { at as jsonAt } from './json.ts';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { flag, orcidId, time } from './scalar.wire.ts';
import {
  ADDRESSES,
  AFFILIATIONS,
  EXTERNAL_IDENTIFIERS,
  FUNDINGS,
  KEYWORDS,
  listOf,
  OTHER_NAMES,
  PEER_REVIEWS,
  RESEARCH_RESOURCES,
  RESEARCHER_URLS,
  WORKS,
} from './sections.ts';
import { shown } from './seen.wire.ts';
import { itemSource } from './source.wire.ts';
import { text } from './text.wire.ts';
import { readOnly } from './wire.ts';

const name = object<PersonName>({
  given: at('given-names', text()),
  family: maybe('family-name', text()),
  credit: maybe('credit-name', text()),
  ...shown,
});

export const biography = object<Biography>({ text: at('content', text()), ...shown });

export const emails = list(
  object<EmailAddress>({
    address: at('email', text()),
    isPrimary: at('primary', flag),
    isVerified: at('verified', flag),
    source: at('source', itemSource),
    ...shown,
  }),
);

const details = {
  name: maybe('name', name),
  otherNames: at('other-names', listOf(OTHER_NAMES)),
  biography: maybe('biography', biography),
} as const;

export const personalDetails = object<PersonalDetails>(details);

export const person = object<RecordPerson>({
  ...details,
  researcherUrls: at('researcher-urls', listOf(RESEARCHER_URLS)),
  emails: at('emails.email', emails),
  addresses: at('addresses', listOf(ADDRESSES)),
  keywords: at('keywords', listOf(KEYWORDS)),
  externalIdentifiers: at('external-identifiers', listOf(EXTERNAL_IDENTIFIERS)),
});

/** Seven lists at ORCID, one here: each item says its kind. */
const affiliations = readOnly<Activities['affiliations']>({
  read: (json) =>
    AFFILIATION_KINDS.map((kind) => AFFILIATIONS[kind]).flatMap(
      (section) => listOf(section).read(jsonAt(json, [section.all])) ?? [],
    ),
  nothing: () => [],
});

export const activities = object<Activities>({
  affiliations: at('', affiliations),
  fundings: at('fundings', listOf(FUNDINGS)),
  peerReviews: at('peer-reviews', listOf(PEER_REVIEWS)),
  researchResources: at('research-resources', listOf(RESEARCH_RESOURCES)),
  works: at('works', listOf(WORKS)),
});

const history = object<RecordHistory>({
  creationMethod: maybe('creation-method', text()),
  submittedAt: maybe('submission-date', time),
  completedAt: maybe('completion-date', time),
  changedAt: maybe('last-modified-date', time),
  deactivatedAt: maybe('deactivation-date', time),
  isClaimed: at('claimed', flag),
  hasVerifiedEmail: at('verified-email', flag),
  hasVerifiedPrimaryEmail: at('verified-primary-email', flag),
});

export const orcidRecord = object<OrcidRecord>({
  orcid: at('orcid-identifier', orcidId),
  language: maybe('preferences.locale', text()),
  history: at('history', history),
  person: at('person', person),
  activities: at('activities-summary', activities),
});
