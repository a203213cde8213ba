import { readFileSync } from 'node:fs';
import { ALL_SECTIONS, type Section } from '@ligature/orcid-model';
import type { People } from './people.ts';

interface Line {
  readonly staffId: string;
  readonly rowId: string;
  readonly section: Section;
  readonly content: unknown;
}

/** The documented example of every section. */
const EXAMPLES = readFileSync(new URL('../../../docs/items-file.md', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('{"staffId"'))
  .map((line) => JSON.parse(line) as Line);

/** What a mixed record has beside its works: one item of every other section. */
export const OTHERS = ALL_SECTIONS.length - 1;

/** @param version part of what some of the works are called */
export function mixedLines({ first, people }: People, worksEach: number, version: (work: number) => string): string[] {
  return Array.from({ length: people }, (_, at) => `s${first + at}`).flatMap((staffId) =>
    EXAMPLES.flatMap((line) => (line.section === 'work' ? works(line, worksEach, version) : [line])).map((line) =>
      JSON.stringify({ ...line, staffId }),
    ),
  );
}

function works(line: Line, worksEach: number, version: (work: number) => string): Line[] {
  return Array.from({ length: worksEach }, (_, at) => {
    const externalIds = [{ type: 'doi', value: `10.5555/example.${at}`, relationship: 'self' }];
    const title = `Counting cracked pots, part ${at}${version(at)}`;
    return { ...line, rowId: `w-${at}`, content: { ...(line.content as object), title, externalIds } };
  });
}
