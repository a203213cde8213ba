import type { WorkContributor } from './contributor.ts';
import type { Identified } from './external-id.ts';
import type { FuzzyDate } from './fuzzy-date.ts';
import type { Titled } from './translated-title.ts';
import type { UnlistedWord } from './unlisted-word.ts';

/** ORCID's types of work (WorkType.java of ORCID's model repository; last extended in January 2025). */
export const WORK_TYPES = [
  'annotation',
  'artistic-performance',
  'blog-post',
  'book',
  'book-chapter',
  'book-review',
  'cartographic-material',
  'clinical-study',
  'conference-abstract',
  'conference-output',
  'conference-paper',
  'conference-poster',
  'conference-presentation',
  'conference-proceedings',
  'data-management-plan',
  'data-set',
  'design',
  'dictionary-entry',
  'disclosure',
  'dissertation-thesis',
  'edited-book',
  'encyclopedia-entry',
  'image',
  'invention',
  'journal-article',
  'journal-issue',
  'learning-object',
  'lecture-speech',
  'license',
  'magazine-article',
  'manual',
  'moving-image',
  'musical-composition',
  'newsletter-article',
  'newspaper-article',
  'online-resource',
  'other',
  'patent',
  'physical-object',
  'preprint',
  'public-speech',
  'registered-copyright',
  'report',
  'research-technique',
  'research-tool',
  'review',
  'software',
  'sound',
  'spin-off-company',
  'standards-and-policy',
  'supervised-student-publication',
  'technical-standard',
  'test',
  'trademark',
  'transcription',
  'translation',
  'undefined',
  'website',
  'working-paper',
] as const;

export type WorkType = (typeof WORK_TYPES)[number];

export const CITATION_TYPES = [
  'formatted-unspecified',
  'bibtex',
  'formatted-apa',
  'formatted-harvard',
  'formatted-ieee',
  'formatted-mla',
  'formatted-vancouver',
  'formatted-chicago',
  'ris',
] as const;

export interface Citation {
  readonly type: (typeof CITATION_TYPES)[number] | UnlistedWord;
  readonly text: string;
}

/** One work as its source asserts it. At least one identifier must be `self`. */
export interface Work extends Titled, Identified {
  readonly subtitle?: string;
  readonly type: WorkType | UnlistedWord;
  readonly journalTitle?: string;
  /** At most 5,000 characters. */
  readonly description?: string;
  readonly citation?: Citation;
  readonly published?: FuzzyDate;
  readonly url?: string;
  readonly contributors: readonly WorkContributor[];
  /** Language the work is in: two letters, or `zh_CN`, `zh_TW`. */
  readonly language?: string;
  readonly country?: string;
}

/** What a list of works has of each. */
export type WorkSummary = Omit<Work, 'description' | 'citation' | 'contributors' | 'language' | 'country'>;
