import type {
  AssertedCounts,
  RecordSummary,
  SummarizedAffiliation,
  SummarizedAffiliations,
  SummarizedIdentifier,
} from '@ligature/orcid-model';
import { date } from './date.wire.ts';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { count, flag, orcidId, putCode, time } from './scalar.wire.ts';
import { text } from './text.wire.ts';
import { readOnly } from './wire.ts';
import { at as jsonAt } from './json.ts';

const affiliation = object<SummarizedAffiliation>({
  putCode: at('put-code', putCode),
  kind: at('type', text()),
  organization: at('organization-name', text()),
  role: maybe('role', text()),
  url: maybe('url', text()),
  start: maybe('start-date', date),
  end: maybe('end-date', date),
  isValidated: at('validated', flag),
});

const affiliations = (member: string) =>
  object<SummarizedAffiliations>({ count: at('count', count), latest: at(member, list(affiliation)) });

const counts = object<AssertedCounts>({
  selfAsserted: at('self-asserted-count', count),
  validated: at('validated-count', count),
});

const identifier = object<SummarizedIdentifier>({
  putCode: at('put-code', putCode),
  type: at('external-id-type', text()),
  value: at('external-id-value', text()),
  url: maybe('external-id-url', text()),
  isValidated: at('validated', flag),
});

const peerReviews = object<RecordSummary['peerReviews']>({
  groups: at('peer-review-publication-grants', count),
  selfAsserted: at('self-asserted-count', count),
  total: at('total', count),
});

const domain = readOnly<string>({
  read: (json) => text().read(jsonAt(json, ['value'])),
  nothing: () => '',
});

/** M: summary_3.0/summary-3.0.xsd */
export const recordSummary = object<RecordSummary>({
  orcid: at('orcid-identifier', orcidId),
  name: maybe('credit-name', text()),
  createdAt: maybe('created-date', time),
  changedAt: maybe('last-modified-date', time),
  externalIdentifiers: at('external-identifiers.external-identifier', list(identifier)),
  employments: at('employments', affiliations('employment')),
  educationsAndQualifications: at('education-qualifications', affiliations('education-qualification')),
  professionalActivities: at('professional-activities', affiliations('professional-activity')),
  fundings: at('fundings', counts),
  works: at('works', counts),
  researchResources: at('research-resources', counts),
  peerReviews: at('peer-reviews', peerReviews),
  emailDomains: at('email-domains.email-domain', list(domain)),
});
