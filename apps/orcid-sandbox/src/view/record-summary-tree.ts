import { PublicViewer } from '../api/viewer.ts';
import { type ActivityName, type AffiliationName } from '../model/sections.ts';
import { type Affiliation } from '../model/affiliation.ts';
import { type FuzzyDate } from '../model/fuzzy-date.ts';
import { type PersonIdentifier } from '../model/person-items.ts';
import { partsOf } from '../rules/dates.rules.ts';
import { type Tree } from '../shape/shape.ts';
import { isValidated, type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { groupItems } from './grouping.ts';
import { publicName } from './public-name.ts';
import { type ViewContext } from './view-context.ts';
import { orcidIdentifier } from './source-tree.ts';

const SHOWN = 3;
const EVERYBODY = new PublicViewer();
const PROFESSIONAL: readonly AffiliationName[] = ['distinction', 'invited-position', 'membership', 'service'];

/** `GET /{orcid}/summary` (S: SummaryManagerImpl). */
export function recordSummaryTree(context: ViewContext, record: OrcidRecord): Tree {
  return {
    'created-date': { value: record.created },
    'last-modified-date': { value: record.modified },
    'credit-name': publicName(record.profile),
    'orcid-identifier': orcidIdentifier(context, record.orcid),
    ...identifiers(record),
    employments: affiliations(context, record, ['employment'], 'employment'),
    'professional-activities': affiliations(context, record, PROFESSIONAL, 'professional-activity'),
    fundings: counts(record, 'funding'),
    works: counts(record, 'work'),
    'peer-reviews': reviews(record),
    'education-qualifications': affiliations(
      context,
      record,
      ['education', 'qualification'],
      'education-qualification',
    ),
    'research-resources': counts(record, 'research-resource'),
    'email-domains': emailDomains(record),
  };
}

function publicItems(record: OrcidRecord, section: Item['section']): Item[] {
  return record.itemsIn(section).filter((item) => EVERYBODY.whyHidden(item) === undefined);
}

function identifiers(record: OrcidRecord): Tree {
  const items = publicItems(record, 'external-identifiers');
  if (items.length === 0) return {};
  const list = items.map((item) => {
    const content: PersonIdentifier = item.content;
    return {
      'put-code': item.putCode,
      'external-id-type': content['external-id-type'],
      'external-id-value': content['external-id-value'],
      'external-id-url': content['external-id-url']?.value,
      validated: isValidated(item),
    };
  });
  return { 'external-identifiers': { 'external-identifier': list } };
}

/** The preferred item of each group, the latest ones first, three at most. */
function affiliations(
  { registry }: ViewContext,
  record: OrcidRecord,
  sections: readonly AffiliationName[],
  key: string,
): Tree {
  const today = new Date(registry.now()).toISOString().slice(0, 10);
  const preferred = sections.flatMap((section) =>
    groupItems(publicItems(record, section)).flatMap((group) => group.items.slice(0, 1)),
  );
  // Sorted, then turned around, as at ORCID: of two with the same end the later one comes first.
  preferred.sort((a, b) => sortingEnd(a, today).localeCompare(sortingEnd(b, today))).reverse();
  return { count: preferred.length, [key]: preferred.slice(0, SHOWN).map(affiliationTree) };
}

function affiliationTree(item: Item): Tree {
  const content: Affiliation = item.content;
  return {
    'put-code': item.putCode,
    type: item.section,
    'organization-name': content.organization?.name,
    role: content['role-title'],
    url: content.url?.value,
    'start-date': content['start-date'],
    'end-date': endOf(item),
    validated: isValidated(item),
  };
}

/** A distinction ends when it is given, in the answer too. */
function endOf(item: Item): FuzzyDate | undefined {
  const content: Affiliation = item.content;
  return (item.section === 'distinction' ? content['start-date'] : undefined) ?? content['end-date'];
}

/** What has no end goes on until today. */
function sortingEnd(item: Item, today: string): string {
  const end = endOf(item);
  return end === undefined ? today : partsOf(end).join('-');
}

/** Groups in which somebody else has a say are validated, the others self-asserted. */
function counts(record: OrcidRecord, section: ActivityName): Tree {
  const groups = groupItems(publicItems(record, section));
  const validated = groups.filter((group) => group.items.some(isValidated)).length;
  return { 'self-asserted-count': groups.length - validated, 'validated-count': validated };
}

function reviews(record: OrcidRecord): Tree {
  const items = publicItems(record, 'peer-review');
  const groups = Map.groupBy(items, (item) => item.content['review-group-id'] as string);
  return {
    'peer-review-publication-grants': groups.size,
    'self-asserted-count': items.filter((item) => !isValidated(item)).length,
    total: items.length,
  };
}

/** The domain of a verified address that everybody may see. */
function emailDomains(record: OrcidRecord): Tree {
  const shownOnes = record.profile.emails.filter(({ verified, visibility }) => verified && visibility === 'public');
  const domains = [...new Set(shownOnes.map(({ address }) => address.split('@').at(-1) ?? ''))];
  const list = domains.map((value) => ({ value, 'verification-date': { value: record.created } }));
  return { count: domains.length, 'email-domain': list.slice(0, SHOWN) };
}
