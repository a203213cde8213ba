import { type ClientCredentials, type OrcidClient } from './src/standalone.ts';
import { affiliationItem, type Affiliation } from '@ligature/orcid-model';

export async function welcome(orcid: OrcidClient, us: ClientCredentials, code: string): Promise<string[]> {
  const redirectUri = 'http://localhost:3000/callback';
  const grant = await orcid.tokens.exchange(us, { code, redirectUri }); // once, never again
  const ada = { orcid: grant.orcid, token: grant.accessToken };
  const identifier = { registry: 'ROR', value: 'https://ror.org/05dxps055' } as const;
  const job: Affiliation = {
    kind: 'employment', // checked against ORCID's rules before anything is sent
    organization: { name: 'Caltech', city: 'Pasadena', country: 'US', identifier },
    externalIds: [{ type: 'source-work-id', value: 'job-42', relationship: 'self' }],
  };
  const putCode = await orcid.items.createOnce(ada, affiliationItem(job), us.clientId); // there once, whatever is lost
  await orcid.items.replace(ada, putCode, affiliationItem({ ...job, end: { year: 2024 } }), { urgency: 'person' });
  const titles: string[] = [];
  for await (const { content } of orcid.works.all(ada)) titles.push(content.title); // a hundred at a time
  return titles;
}
