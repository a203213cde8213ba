import { OrcidError } from '../api/orcid-error.ts';
import { type Keyword, type OtherName, type PersonIdentifier, type ResearcherUrl } from '../model/person-items.ts';

/** S: PersonValidator, SiteConstants. */
const URL_MAX = 2000;
const TEXT_MAX = 255;

export function checkKeyword(keyword: Keyword): void {
  if ((keyword.content ?? '') === '') throw refused('Keyword cannot be null');
}

/** ORCID itself asks nothing of another name beyond its schema. */
export function checkOtherName(name: OtherName): void {
  if (name.content === undefined) throw refused('Other name cannot be null');
}

export function checkResearcherUrl({ url }: ResearcherUrl): void {
  const { value = '' } = url ?? {};
  if (value === '') throw refused('Url field must not be empty');
  if (value.length > URL_MAX) throw refused(`Url field must not be longer than ${URL_MAX} characters`);
}

export function checkPersonIdentifier(identifier: PersonIdentifier): void {
  checkLength('Common name', identifier['external-id-type'] ?? '');
  checkLength('Reference', identifier['external-id-value'] ?? '');
  if (identifier['external-id-relationship'] !== 'self') {
    throw refused('Relationship field should be self for person identifiers');
  }
  const url = identifier['external-id-url']?.value ?? '';
  if (url === '') throw refused('Reference field must not be empty');
  if (url.length > URL_MAX) throw refused(`Url must not be longer than ${URL_MAX} characters`);
}

function checkLength(field: string, value: string): void {
  if (value === '') throw refused(`${field} field must not be empty`);
  if (value.length > TEXT_MAX) throw refused(`${field} field must not be longer than ${TEXT_MAX} characters`);
}

function refused(detail: string): OrcidError {
  return new OrcidError(9020, { detail });
}
