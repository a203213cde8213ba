import type { Work } from '../work.ts';

export function aWork(given: Partial<Work> = {}): Work {
  return {
    title: 'Counting cracked pots',
    type: 'journal-article',
    externalIds: [{ type: 'doi', value: '10.5555/12345678', relationship: 'self' }],
    contributors: [],
    ...given,
  };
}
