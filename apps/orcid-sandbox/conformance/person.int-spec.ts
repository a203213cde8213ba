import { affiliation } from '../testing/bodies.ts';
import { at } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

let counter = 0;
const fresh = (): string => `conformance-${Date.now()}-${(counter += 1)}`;

const identifier = (value: string, over = {}) => ({
  'external-id-type': 'Example University profile',
  'external-id-value': value,
  'external-id-url': { value: `https://people.example.edu/${value}` },
  'external-id-relationship': 'self',
  ...over,
});

const SECTIONS = [
  ['keywords', 'keyword', () => ({ content: fresh() })],
  ['other-names', 'other-name', () => ({ content: fresh() })],
  [
    'researcher-urls',
    'researcher-url',
    () => ({ 'url-name': 'Page', url: { value: `https://example.org/${fresh()}` } }),
  ],
  ['external-identifiers', 'external-identifier', () => identifier(fresh())],
] as const;

claims('the person', (claim) => {
  claim('a person has its parts in order', 'reference 9.1', async (orcid) => {
    const { json } = await orcid.read('person');
    expect(Object.keys(json as object)).toEqual([
      'last-modified-date',
      'name',
      'other-names',
      'biography',
      'researcher-urls',
      'emails',
      'addresses',
      'keywords',
      'external-identifiers',
      'path',
    ]);
    expect(at(json, 'path')).toBe(`/${orcid.orcid}/person`);
  });

  claim("the name's path lacks the slash that all others begin with", 'reference 9.1', async (orcid) => {
    const { json } = await orcid.read('personal-details');
    expect(at(json, 'name', 'path')).toBe(orcid.orcid);
    expect(Object.keys(at(json, 'name') as object)).toEqual([
      'created-date',
      'last-modified-date',
      'given-names',
      'family-name',
      'credit-name',
      'source',
      'visibility',
      'path',
    ]);
  });

  claim('a record has its parts in order', 'reference 9.1', async (orcid) => {
    const { json } = await orcid.read('');
    expect(Object.keys(json as object)).toEqual([
      'orcid-identifier',
      'preferences',
      'history',
      'person',
      'activities-summary',
      'path',
    ]);
    expect(at(json, 'orcid-identifier')).toEqual({
      uri: `${orcid.target.site}/${orcid.orcid}`,
      path: orcid.orcid,
      host: new URL(orcid.target.site).host,
    });
    expect(at(json, 'history', 'claimed')).toBe(true);
  });

  claim('the record is the same with and without its name in the path', 'reference 6.1', async (orcid) => {
    expect((await orcid.read('record')).json).toEqual((await orcid.read('')).json);
  });

  claim('activities have all sections, empty ones too, in order', 'reference 9.1', async (orcid) => {
    const { json } = await orcid.read('activities');
    expect(Object.keys(json as object)).toEqual([
      'last-modified-date',
      'distinctions',
      'educations',
      'employments',
      'fundings',
      'invited-positions',
      'memberships',
      'peer-reviews',
      'qualifications',
      'research-resources',
      'services',
      'works',
      'path',
    ]);
  });

  claim('a list was last modified when its newest member was', 'S: Api3_0LastModifiedDatesHelper', async (orcid) => {
    const putCode = await orcid.written('service', affiliation());
    const item = await orcid.read(`service/${putCode}`);
    const list = await orcid.read('services');
    expect(at(list.json, 'last-modified-date')).toEqual(at(item.json, 'last-modified-date'));
  });

  claim('names and biography cannot be written', 'reference 3', async (orcid) => {
    expectError(await orcid.member(`${orcid.orcid}/biography`, { method: 'PUT', body: {} }), 405, 9001);
  });

  claim.local('without a biography it is 404/9041', 'S: OrcidNoBioException', async (orcid) => {
    expectError(await orcid.read('biography'), 404, 9041);
  });

  claim.local(
    'only verified addresses are shown, private ones with their own scope',
    'reference 7.2',
    async (orcid) => {
      const added = await orcid.running.admin('POST', '/people', {
        key: fresh(),
        givenNames: 'Ema',
        emails: [
          { address: 'public@example.org', primary: true, visibility: 'public' },
          { address: 'private@example.org', visibility: 'private' },
          { address: 'unverified@example.org', verified: false, visibility: 'public' },
        ],
      });
      const iD = String(at(added.json, 'orcid'));
      const addresses = async (scope: string) => {
        const token = await orcid.running.token(iD, [scope]);
        const { json } = await orcid.member(`${iD}/email`, { token });
        return (at(json, 'email') as unknown[]).map((email) => at(email, 'email'));
      };
      expect(await addresses('/read-limited')).toEqual(['public@example.org']);
      expect(await addresses('/email/read-private')).toEqual(['public@example.org', 'private@example.org']);
    },
  );
});

claims('the five person sections', (claim) => {
  for (const [section, key, body] of SECTIONS) {
    claim(`${section}: written with 201, listed under ${key}, changed and deleted`, 'reference 6.2', async (orcid) => {
      const putCode = await orcid.written(section, body());
      const list = await orcid.read(section);
      expect((at(list.json, key) as unknown[]).some((item) => at(item, 'put-code') === putCode)).toBe(true);
      expect((await orcid.put(section, putCode, body())).status).toBe(200);
      expect((await orcid.remove(section, putCode)).status).toBe(204);
      expectError(await orcid.read(`${section}/${putCode}`), 404, 9016);
    });

    claim(`${section}: the same twice by the same client is 409/9030`, 'S: isDuplicated', async (orcid) => {
      const same = body();
      await orcid.written(section, same);
      const twice = await orcid.write(section, same);
      expectError(twice, 409, 9030);
      expect(at(twice.json, 'developer-message')).toMatch(/^The element '[^"{]+' of type '[a-z-]+' is duplicated\.$/);
    });
  }

  claim('an address is a country in a wrapper', 'reference 9.1', async (orcid) => {
    const putCode = await orcid.written('address', { country: { value: 'IS' } });
    const { json } = await orcid.read(`address/${putCode}`);
    expect(at(json, 'country')).toEqual({ value: 'IS' });
    expect(at(json, 'display-index')).toBe(1);
    expect(at(json, 'path')).toBe(`/${orcid.orcid}/address/${putCode}`);
  });

  claim('the same country twice is 201', 'S: AddressManagerImpl.isDuplicated', async (orcid) => {
    const same = { country: { value: 'NO' } };
    expect((await orcid.write('address', same)).status).toBe(201);
    expect((await orcid.write('address', same)).status).toBe(201);
  });

  claim('a keyword over 255 characters breaks the schema', 'M: common-3.0.xsd, string-255', async (orcid) => {
    expectError(await orcid.write('keywords', { content: 'x'.repeat(256) }), 400, 9047);
  });

  claim('an empty keyword is 400/9020', 'S: PersonValidator.validateKeyword', async (orcid) => {
    expectError(await orcid.write('keywords', { content: '' }), 400, 9020);
  });

  claim('a url over 2000 characters is 400/9020', 'S: PersonValidator.validateResearcherUrl', async (orcid) => {
    const url = { value: `https://example.org/${'x'.repeat(2000)}` };
    expectError(await orcid.write('researcher-urls', { url }), 400, 9020);
  });

  claim(
    "a person's identifier must be self and have a url; its type is free",
    'S: PersonValidator.validateExternalIdentifier',
    async (orcid) => {
      const part = identifier(fresh(), { 'external-id-relationship': 'part-of' });
      const bare = identifier(fresh(), { 'external-id-url': undefined });
      expectError(await orcid.write('external-identifiers', part), 400, 9020);
      expectError(await orcid.write('external-identifiers', bare), 400, 9020);
      expect(
        (await orcid.write('external-identifiers', identifier(fresh(), { 'external-id-type': 'anything' }))).status,
      ).toBe(201);
    },
  );

  claim('a put-code in a POST is 400/9024', 'S: PersonValidator', async (orcid) => {
    expectError(await orcid.write('keywords', { content: fresh(), 'put-code': 5 }), 400, 9024);
  });

  claim('they are guarded by /person/update', 'S: MemberV3ApiServiceDelegatorImpl.createKeyword', async (orcid) => {
    const token = await orcid.narrowed('/activities/update');
    expectError(await orcid.write('keywords', { content: fresh() }, { token }), 403, 9038);
  });
});
