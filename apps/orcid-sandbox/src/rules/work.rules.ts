import { OrcidError } from '../api/orcid-error.ts';
import { type FuzzyDate } from '../model/fuzzy-date.ts';
import { CITATION_TYPES, LANGUAGES, WORK_CONTRIBUTOR_ROLES, WORK_TYPES } from '../model/vocabulary.ts';
import { type Work } from '../model/work.ts';
import { type Registry } from '../registry/registry.ts';
import { partsOf, requireRealDate } from './dates.rules.ts';
import { checkWorkIdentifiers, requireIdentifiers } from './external-id.rules.ts';
import { checkTitle, invalid } from './title.rules.ts';

/** S: ActivityValidator.validateWork, in its order. Much of it can only be reached in a bulk, which has no schema. */
export function checkWork(work: Work, registry: Registry): void {
  checkTitle(work.title);
  if (work.type === undefined) throw invalid('work type', WORK_TYPES);
  const language = work['language-code'];
  if (language !== undefined && !LANGUAGES.includes(language)) throw invalid('language code', LANGUAGES);
  checkPublicationDate(work['publication-date']);
  checkCitation(work.citation);
  const ids = requireIdentifiers(work['external-ids']);
  checkContributors(work.contributors);
  checkWorkIdentifiers(ids, registry);
}

function checkPublicationDate(date: FuzzyDate | undefined): void {
  if (date === undefined) return;
  const parts = partsOf(date);
  (['year', 'month', 'day'] as const).forEach((part, index) => {
    checkDigits(part, parts[index]);
  });
  if (date.year === undefined) throw new OrcidError(9020, { detail: 'Invalid date, please specify a year element' });
  if (date.day !== undefined && date.month === undefined) {
    throw new OrcidError(9020, { detail: 'Invalid date, please specify a month element' });
  }
  requireRealDate(date);
}

const DIGITS = { year: [4, 'four'], month: [2, 'two'], day: [2, 'two'] } as const;

function checkDigits(part: keyof typeof DIGITS, value: string | undefined): void {
  if (value === undefined) return;
  if (!/^-?\d+$/.test(value)) throw invalid(`publication date -> ${part}`, ['integers']);
  const [length, word] = DIGITS[part];
  if (value.length !== length) {
    throw new OrcidError(9020, { detail: `Invalid ${part} ${value} please specify a ${word} digits value` });
  }
}

function checkCitation(citation: Work['citation']): void {
  if (citation === undefined) return;
  if (citation['citation-type'] === undefined) throw invalid('citation type', CITATION_TYPES);
  if ((citation['citation-value'] ?? '') === '') {
    throw new OrcidError(9020, { detail: 'Please specify a citation or remove the parent tag' });
  }
}

function checkContributors(contributors: Work['contributors']): void {
  for (const contributor of contributors?.contributor ?? []) {
    const { 'contributor-orcid': orcid, 'credit-name': name, 'contributor-email': email } = contributor;
    const { 'contributor-attributes': attributes } = contributor;
    if (orcid?.path !== undefined && !/^(\d{4}-){3}\d{3}[\dX]$/.test(orcid.path)) {
      throw new OrcidError(9020, { detail: 'Invalid contributor ORCID' });
    }
    if (name !== undefined && (name.value ?? '') === '') {
      throw new OrcidError(9020, { detail: 'Please specify a contributor credit name or remove the empty tag' });
    }
    if (email !== undefined && (email.value ?? '') === '') {
      throw new OrcidError(9020, { detail: 'Please specify a contributor email or remove the empty tag' });
    }
    checkRole(attributes?.['contributor-role']);
  }
}

function checkRole(role: string | undefined): void {
  if (role === undefined || WORK_CONTRIBUTOR_ROLES.includes(role)) return;
  throw new OrcidError(9058, { params: { role, validRoles: WORK_CONTRIBUTOR_ROLES.join(', ') } });
}
