import { PublicViewer } from '../api/viewer.ts';
import { EXTERNAL_ID_TYPES } from '../model/external-id-type.ts';
import { type Organization } from '../model/organization.ts';
import { AFFILIATIONS, type SectionName } from '../model/sections.ts';
import { type Tree } from '../shape/shape.ts';
import { externalIdsOf } from '../view/grouping.ts';
import { type Item } from '../registry/item.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';

const EVERYBODY = new PublicViewer();

/** How values of a field are compared: word by word, as a whole, or as instants. */
export type Analysis = 'text' | 'exact' | 'folded' | 'date';

interface IndexField {
  readonly analysis: Analysis;
  readonly values: (record: OrcidRecord) => readonly string[];
}

const field = (analysis: Analysis, values: IndexField['values']): IndexField => ({ analysis, values });

/** What of a record can be searched, public data only (S: orcid-api-web/tutorial/search.md). */
const FIELDS: Readonly<Record<string, IndexField>> = {
  orcid: field('exact', ({ orcid }) => [orcid]),
  'given-names': field('text', (record) => names(record, 'givenNames')),
  'family-name': field('text', (record) => names(record, 'familyName')),
  'credit-name': field('text', (record) => names(record, 'creditName')),
  'given-and-family-names': field('folded', (record) => [
    [...names(record, 'givenNames'), ...names(record, 'familyName')].join(' '),
  ]),
  'other-names': field('text', (record) => texts(record, 'other-names', 'content')),
  email: field('exact', ({ profile }) =>
    profile.emails.filter(({ visibility, verified }) => verified && visibility === 'public').map((e) => e.address),
  ),
  keyword: field('text', (record) => texts(record, 'keywords', 'content')),
  biography: field('text', ({ profile }) =>
    profile.biography?.visibility === 'public' ? [profile.biography.content] : [],
  ),
  'external-id-reference': field('exact', (record) => texts(record, 'external-identifiers', 'external-id-value')),
  'external-id-type-and-value': field('exact', (record) =>
    visible(record, 'external-identifiers').map(
      ({ content }) => `${text(content['external-id-type'])}=${text(content['external-id-value'])}`,
    ),
  ),
  'affiliation-org-name': field('text', (record) => organizations(record, AFFILIATIONS).map((org) => org.name ?? '')),
  'ringgold-org-id': field('exact', (record) => organizationIds(record, 'RINGGOLD')),
  'grid-org-id': field('exact', (record) => organizationIds(record, 'GRID')),
  'ror-org-id': field('exact', (record) => organizationIds(record, 'ROR')),
  'fundref-org-id': field('exact', (record) => organizationIds(record, 'FUNDREF')),
  'funding-titles': field('text', (record) => titles(record, 'funding')),
  'grant-numbers': field('exact', (record) => identifiers(record, ['funding'], 'grant_number')),
  title: field('text', (record) => titles(record, 'work')),
  'digital-object-ids': field('text', (record) => identifiers(record, ['work'], 'doi')),
  'peer-review-type': field('exact', (record) => texts(record, 'peer-review', 'review-type')),
  'peer-review-role': field('exact', (record) => texts(record, 'peer-review', 'reviewer-role')),
  'peer-review-group-id': field('exact', (record) => texts(record, 'peer-review', 'review-group-id')),
  'profile-submission-date': field('date', ({ created }) => [new Date(created).toISOString()]),
  'profile-last-modified-date': field('date', ({ modified }) => [new Date(modified).toISOString()]),
};

const TEXTUAL = Object.values(FIELDS).filter(({ analysis }) => analysis !== 'date');
const EVERYTHING = field('text', (record) => TEXTUAL.flatMap(({ values }) => values(record)));
const NOTHING = field('text', () => []);

/**
 * `doi-self`, `pmid-part-of` and the like are made of an identifier type and a relationship; the type alone is good for
 * any of them (S: tutorial/search.md, example 3).
 */
export function indexField(name: string | undefined): IndexField {
  if (name === undefined || name === 'text') return EVERYTHING;
  const plain = FIELDS[name];
  if (plain !== undefined) return plain;
  const [, type = name, relationship] = /^(.+?)-(self|part-of|version-of)$/.exec(name) ?? [];
  if (!EXTERNAL_ID_TYPES.has(type)) return NOTHING;
  return field('exact', (record) => identifiers(record, ['work', 'peer-review'], type, relationship));
}

/** Each name once, in order (S: OrcidSearchManagerImpl, expanded search). */
export function institutions(record: OrcidRecord): string[] {
  return [...new Set(organizations(record, AFFILIATIONS).flatMap(({ name }) => name ?? []))].sort();
}

export function visible(record: OrcidRecord, section: SectionName): Item[] {
  return record.itemsIn(section).filter((item) => EVERYBODY.whyHidden(item) === undefined);
}

function names({ profile }: OrcidRecord, part: 'givenNames' | 'familyName' | 'creditName'): string[] {
  const value = profile.nameVisibility === 'public' ? profile[part] : undefined;
  return value === undefined ? [] : [value];
}

function texts(record: OrcidRecord, section: SectionName, key: string): string[] {
  return visible(record, section).map(({ content }) => text(content[key]));
}

function titles(record: OrcidRecord, section: SectionName): string[] {
  return visible(record, section).map(({ content }) => {
    const title = (content['title'] as Tree | undefined)?.['title'] as Tree | undefined;
    return text(title?.['value']);
  });
}

function identifiers(
  record: OrcidRecord,
  sections: readonly SectionName[],
  type: string,
  relationship?: string,
): string[] {
  return sections.flatMap((section) =>
    visible(record, section)
      .flatMap(({ content }) => externalIdsOf(section, content))
      .filter((id) => id['external-id-type'] === type)
      .filter((id) => (relationship ?? id['external-id-relationship']) === id['external-id-relationship'])
      .map((id) => id['external-id-value'] ?? ''),
  );
}

function organizations(record: OrcidRecord, sections: readonly SectionName[]): Organization[] {
  return sections.flatMap((section) =>
    visible(record, section).flatMap(({ content }) => (content['organization'] as Organization | undefined) ?? []),
  );
}

function organizationIds(record: OrcidRecord, source: string): string[] {
  return organizations(record, [...AFFILIATIONS, 'funding']).flatMap(({ 'disambiguated-organization': org }) =>
    org?.['disambiguation-source'] === source ? [org['disambiguated-organization-identifier'] ?? ''] : [],
  );
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
