import { type FuzzyDate } from '../model/fuzzy-date.ts';
import { type Work } from '../model/work.ts';
import { partsOf } from '../rules/dates.rules.ts';
import { CSL_TYPES } from './csl-types.ts';

/**
 * A work as Citation Style Language JSON, from ORCID's own metadata: limited, and with all authors in one literal
 * (S: V3WorkToCiteprocTranslator.translateFromWorkMetadata). ORCID reads a BibTeX citation first where there is one;
 * here it is not read.
 */
export function cslTree(work: Work, creditName: string): Record<string, unknown> {
  const doi = identifier(work, 'doi');
  const url = identifier(work, 'uri') ?? (doi === undefined ? identifier(work, 'handle') : `http://doi.org/${doi}`);
  const members = {
    type: CSL_TYPES[work.type ?? ''],
    title: stripAccents(work.title?.title?.value ?? 'No Title'),
    author: [{ literal: authors(work, creditName) }],
    'container-title': work['journal-title']?.value,
    issued: issued(work['publication-date']),
    DOI: doi,
    URL: url,
  };
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined));
}

function authors({ contributors }: Work, creditName: string): string {
  const others = (contributors?.contributor ?? []).flatMap(({ 'credit-name': name }) => name?.value ?? []);
  return [creditName, ...others.map(stripAccents)].join(' and ');
}

function issued(date: FuzzyDate | undefined): object | undefined {
  if (date === undefined) return undefined;
  const [year, month, day] = partsOf(date).map(Number);
  const isKnown = (part: number | undefined): part is number => part !== undefined && part > 0;
  const parts = isKnown(month) ? [year, month, ...(isKnown(day) ? [day] : [])] : [year];
  return { 'date-parts': [parts] };
}

/** The value of the first identifier of a type, as it was sent. */
function identifier(work: Work, type: string): string | undefined {
  const ids = work['external-ids']?.['external-id'] ?? [];
  return ids.find((id) => id['external-id-type'] === type)?.['external-id-value'];
}

function stripAccents(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '');
}
