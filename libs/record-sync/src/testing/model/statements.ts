import type { FuzzyDate } from '@ligature/orcid-model';
import { aFunding, aWork } from '@ligature/orcid-model/testing';
import type { AssertionFacts } from '@ligature/persistence';
import { anEmploymentContent } from '@ligature/persistence/testing';
import type { ModelSectionName } from './sections.ts';
import type { Json } from './simulated-record.ts';

/** What the institution may say of the person: two of most kinds. */
export const KEYS = ['e0', 'e1', 'e2', 'w0', 'w1', 'f0', 'u0', 'k0', 'k1'] as const;

export type Key = (typeof KEYS)[number];

const SECTION_OF = { e: 'employment', w: 'work', f: 'funding', u: 'researcher-url', k: 'keyword' } as const;

export function sectionOf(key: Key): ModelSectionName {
  return SECTION_OF[key.charAt(0) as keyof typeof SECTION_OF];
}

/** What is said under a key; of each variant the text names both. */
export interface Statement {
  readonly key: Key;
  readonly variant: number;
  /** Only jobs end. */
  readonly hasEnded: boolean;
}

/** Every text that is said names its statement, so that an item on a record can be told apart from all others. */
function markOf({ key, variant }: Statement): string {
  return `${key}.v${variant}`;
}

/** Which key an item on a record speaks of. */
export function keyIn(json: Json): Key | undefined {
  const [found] = /(?<=")(?:https:\/\/example\.org\/)?([ewfuk]\d)\.v\d/.exec(JSON.stringify(json)) ?? [];
  const key = found?.replace('https://example.org/', '').slice(0, 2);
  return KEYS.find((one) => one === key);
}

/** Whether an item on a record says exactly this. */
export function says(json: Json, statement: Statement): boolean {
  const text = JSON.stringify(json);
  const hasEnd = json['end-date'] != null;
  const names = sectionOf(statement.key) !== 'employment' || text.includes('Library') === hasDepartment(statement);
  return text.includes(`${markOf(statement)}"`) && hasEnd === statement.hasEnded && names;
}

/** As a feed states it. One that is not wanted now begins in some years. */
export function factsOf(statement: Statement, isWanted: boolean): AssertionFacts {
  const section = sectionOf(statement.key);
  const ends = statement.hasEnded ? '2026-02-20' : null;
  return { section, content: contentOf(statement), starts: isWanted ? '2021-03-01' : '2062-03-01', ends };
}

/** Of which feed a key is: jobs come in an HR export, everything else in items files. */
export function feedOf(key: Key): string {
  return sectionOf(key) === 'employment' ? 'hr' : 'items';
}

export const EXPORT_HEADER =
  'staff id,job id,organization name,city,country,ror id,department,role,start date,end date';

/** The row of an HR export that states a job just as `factsOf` does. */
export function exportRow(staffId: string, statement: Statement): string {
  const { starts, ends } = factsOf(statement, true);
  const place = 'Example University,Pasadena,US,https://ror.org/05dxps055';
  const department = hasDepartment(statement) ? 'Library' : '';
  return [staffId, statement.key, place, department, markOf(statement), starts, ends ?? ''].join(',');
}

function contentOf(statement: Statement): AssertionFacts['content'] {
  const mark = markOf(statement);
  switch (sectionOf(statement.key)) {
    case 'employment': {
      const { department, ...rest } = anEmploymentContent({ role: mark }) as { readonly department: string };
      return (hasDepartment(statement) ? { ...rest, department } : rest) as AssertionFacts['content'];
    }
    case 'work':
      return aWork({ title: mark, externalIds: [] });
    case 'funding':
      return aFunding({ title: mark, externalIds: [], start: START });
    case 'researcher-url':
      return { name: mark, url: `https://example.org/${mark}` };
    case 'keyword':
      return mark;
  }
}

const START: FuzzyDate = { year: 2021 };

/** A variant without it takes it away from the one before. */
function hasDepartment({ variant }: Statement): boolean {
  return variant % 2 === 0;
}
