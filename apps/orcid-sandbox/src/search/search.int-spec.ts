import { at, send } from '../../testing/http-client.ts';
import { affiliation, externalId, funding, ids, work } from '../../testing/bodies.ts';
import { Running } from '../../testing/running.ts';
import { type PersonInput } from '../settings/settings.ts';

const PEOPLE: PersonInput[] = [
  {
    key: 'jose',
    givenNames: 'José Ángel',
    familyName: 'Muñoz-Pérez',
    creditName: 'J. A. Muñoz',
    email: 'hidden@example.org',
    emails: [{ address: 'jose@example.org', visibility: 'public' }],
    biography: { content: 'Studies cracked pots.' },
    items: [
      { section: 'keywords', content: { content: 'ceramics' } },
      { section: 'other-names', content: { content: 'Pepe' }, visibility: 'private' },
      { section: 'employment', content: affiliation() },
      { section: 'work', content: work('10.5555/one') },
      { section: 'funding', content: funding('G-77') },
      {
        section: 'external-identifiers',
        content: {
          'external-id-type': 'Scopus Author ID',
          'external-id-value': '7004212771',
          'external-id-url': { value: 'https://example.org/7004212771' },
          'external-id-relationship': 'self',
        },
      },
    ],
  },
  {
    key: 'ana',
    givenNames: 'Ana',
    familyName: 'Muñoz',
    items: [
      { section: 'employment', content: affiliation({ 'end-date': { year: { value: '2001' } } }) },
      {
        section: 'work',
        content: work('10.5555/two', {
          'external-ids': ids(
            externalId('10.5555/two', { 'external-id-type': 'doi' }),
            externalId('978-3-16-148410-0', { 'external-id-type': 'isbn', 'external-id-relationship': 'part-of' }),
          ),
        }),
      },
    ],
  },
  { key: 'shy', givenNames: 'Secret', familyName: 'Muñoz', nameVisibility: 'private' },
  { key: 'gone', givenNames: 'Gone', familyName: 'Muñoz', state: 'deactivated' },
];

describe('search', () => {
  let orcid: Running;
  let keyOf: Map<string, string>;
  beforeAll(async () => {
    orcid = await Running.start({ people: PEOPLE });
    keyOf = new Map();
    for (const { key = '' } of PEOPLE) keyOf.set(await orcid.orcid(key), key);
  });
  afterAll(() => orcid.stop());

  async function found(q: string): Promise<string[]> {
    const { json } = await send(`${orcid.pub}/v3.0/expanded-search/?q=${encodeURIComponent(q)}`);
    const results = (at(json, 'expanded-result') ?? []) as { 'orcid-id': string }[];
    return results.map((result) => keyOf.get(result['orcid-id']) ?? '');
  }

  it.each([
    ['family-name:Muñoz', ['jose', 'ana']],
    ['family-name:munoz', []],
    ['given-and-family-names:"jose angel munoz perez"', ['jose']],
    ['given-and-family-names:MUNOZ', ['jose', 'ana']],
    ['family-name:Mu* AND NOT given-names:ana', ['jose']],
    ['credit-name:"J. A. Muñoz"', ['jose']],
    ['other-names:Pepe', []],
    ['email:jose@example.org', ['jose']],
    ['email:*@example.org', ['jose']],
    ['email:hidden@example.org', []],
    ['keyword:ceramics OR given-names:Ana', ['jose', 'ana']],
    ['biography:pots', ['jose']],
    ['affiliation-org-name:"California Institute of Technology"', ['jose', 'ana']],
    ['ror-org-id:"https://ror.org/05dxps055"', ['jose', 'ana']],
    ['grant-numbers:G-77', ['jose']],
    ['funding-titles:stations', ['jose']],
    ['doi-self:"10.5555/one"', ['jose']],
    ['digital-object-ids:"10.5555/two"', ['ana']],
    ['isbn-part-of:"978-3-16-148410-0"', ['ana']],
    ['isbn-self:"978-3-16-148410-0"', []],
    ['title:"cracked pots"', ['jose', 'ana']],
    ['external-id-type-and-value:"Scopus Author ID=7004212771"', ['jose']],
    ['external-id-reference:7004212771', ['jose']],
    ['profile-last-modified-date:[NOW-1DAY TO *] AND given-names:Ana', ['ana']],
    ['profile-submission-date:[* TO 2001-01-01T00:00:00Z]', []],
    ['ceramics', ['jose']],
    ['-family-name:Muñoz', ['shy']],
    ['isbn:"978-3-16-148410-0"', ['ana']],
    ['doi:"10.5555/one" OR doi:"10.5555/two"', ['jose', 'ana']],
    ['external-id-type-and-value:Scopus\\ Author\\ ID="7004212771"', ['jose']],
    ['no-such-field:x', []],
  ])('%s finds %j', async (q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it('finds an iD whatever is private about it, but no deactivated one', async () => {
    const iDs = [...keyOf.keys()];
    expect(await found(iDs.map((iD) => `orcid:${iD}`).join(' OR '))).toEqual(['jose', 'ana', 'shy']);
  });

  it('looks for bare words in the fields of qf, and puts the records with the heavier field first', async () => {
    const names = async (parameters: string) => {
      const { json } = await send(`${orcid.pub}/v3.0/expanded-search/?${parameters}`);
      return ((at(json, 'expanded-result') ?? []) as { 'orcid-id': string }[]).map((one) => keyOf.get(one['orcid-id']));
    };
    expect(await names('defType=edismax&q=Ana&qf=family-name^2.0')).toEqual([]);
    expect(await names('defType=edismax&q=Ana+José&qf=given-names')).toEqual(['jose', 'ana']);
    const weighed = 'qf=keyword^1.0+given-names^2.0';
    expect(await names(`defType=edismax&q=ceramics+Ana&${weighed}`)).toEqual(['ana', 'jose']);
    expect(await names(`q=pots&${weighed}`)).toEqual(['jose', 'ana']);
  });

  it('names each institution once, in order', async () => {
    const names = ['Zeta Institute', 'Alpha Institute', 'Zeta Institute'];
    const items = names.map((name) => ({
      section: 'education' as const,
      content: affiliation({ organization: { name, address: {} } }),
    }));
    await orcid.admin('POST', '/people', { key: 'much-taught', givenNames: 'Magda', items });
    const { json } = await send(`${orcid.pub}/v3.0/expanded-search/?q=given-names:Magda`);
    expect(at(json, 'expanded-result', 0, 'institution-name')).toEqual(['Alpha Institute', 'Zeta Institute']);
  });

  it('gives pages, and counts all', async () => {
    const { json } = await send(`${orcid.pub}/v3.0/search/?q=family-name:Mu*&start=1&rows=1`);
    expect(at(json, 'num-found')).toBe(2);
    expect(at(json, 'result')).toHaveLength(1);
    expect(keyOf.get(String(at(json, 'result', 0, 'orcid-identifier', 'path')))).toBe('ana');
  });

  it('tells a spreadsheet where people work and have worked', async () => {
    const columns = 'given-names,current-institution-affiliation-name,past-institution-affiliation-name';
    const url = `${orcid.pub}/v3.0/csv-search/?q=family-name:Mu*&fl=${columns}`;
    const { text } = await send(url, { accept: 'text/csv' });
    const employer = 'California Institute of Technology';
    expect(text).toBe(`${columns}\nJosé Ángel,${employer},\nAna,,${employer}\n`);
  });
});
