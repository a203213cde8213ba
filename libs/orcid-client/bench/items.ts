import { type Affiliation, parseOrcidId, Secret, type Work } from '@ligature/orcid-model';
import type { RecordAccess } from '../dist/standalone.js';
import type { Permission } from './sandbox.ts';

export function accessOf({ orcid, accessToken }: Permission): RecordAccess {
  return { orcid: parseOrcidId(orcid), token: new Secret('access-token', accessToken) };
}

export function employment(at: number): Affiliation {
  return {
    kind: 'employment',
    organization: {
      name: 'California Institute of Technology',
      city: 'Pasadena',
      country: 'US',
      identifier: { registry: 'ROR', value: 'https://ror.org/05dxps055' },
    },
    department: `Department ${at % 89}`,
    role: 'Lecturer',
    start: { year: 1990 + (at % 30), month: 9 },
    externalIds: [{ type: 'source-work-id', value: `appointment-${at}`, relationship: 'self' }],
  };
}

export function work(at: number): Work {
  return {
    title: `On the ${at}th question`,
    type: 'journal-article',
    journalTitle: 'Journal of Examples',
    published: { year: 2000 + (at % 25) },
    description: 'What was asked, what was found, and what remains to be asked. '.repeat(8),
    externalIds: [{ type: 'doi', value: `10.5555/example.${at}`, relationship: 'self' }],
    contributors: Array.from({ length: 5 }, (_, author) => ({ name: `Author ${author}`, role: 'author' as const })),
  };
}
