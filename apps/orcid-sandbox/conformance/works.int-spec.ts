import { date, externalId, ids, work } from '../testing/bodies.ts';
import { at, send } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

const VALIDATOR = 'S: ActivityValidator.validateWork';
const IDS = 'S: ExternalIDValidator.validateWork';
const BULK = 'S: WorkManagerImpl.createWorks';
const doi = (value: string, over = {}) => externalId(value, { 'external-id-type': 'doi', ...over });

/** Fresh identifiers, so that a claim never meets the works of another. */
let counter = 0;
const fresh = (): string => `10.5555/conformance.${Date.now()}.${(counter += 1)}`;

claims('works', (claim) => {
  claim('a work is created, read, listed in a group and deleted', 'reference 6.3', async (orcid) => {
    const id = fresh();
    const putCode = await orcid.written('work', work(id));
    const { json } = await orcid.read('works');
    const group = (at(json, 'group') as unknown[]).find((one) => at(one, 'work-summary', 0, 'put-code') === putCode);
    expect(at(group, 'external-ids', 'external-id', 0, 'external-id-value')).toBe(id);
    expect((await orcid.remove('work', putCode)).status).toBe(204);
    expectError(await orcid.read(`work/${putCode}`), 404, 9016);
  });

  claim('the full work has its keys in order', 'reference 9.1', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh()));
    expect(Object.keys((await orcid.read(`work/${putCode}`)).json as object)).toEqual([
      'created-date',
      'last-modified-date',
      'source',
      'put-code',
      'path',
      'title',
      'journal-title',
      'short-description',
      'citation',
      'type',
      'publication-date',
      'external-ids',
      'url',
      'contributors',
      'language-code',
      'country',
      'visibility',
    ]);
  });

  claim('the summary begins with the put-code and ends with the display index', 'reference 9.1', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh()));
    const keys = Object.keys((await orcid.read(`work/summary/${putCode}`)).json as object);
    expect([keys[0], keys.at(-1)]).toEqual(['put-code', 'display-index']);
  });

  claim('a DOI with its resolver is normalized, and stored as it was sent', 'S: DOINormalizer', async (orcid) => {
    const id = fresh();
    const putCode = await orcid.written('work', work(`https://doi.org/${id.toUpperCase()}`));
    const shown = at((await orcid.read(`work/${putCode}`)).json, 'external-ids', 'external-id', 0);
    expect(at(shown, 'external-id-value')).toBe(`https://doi.org/${id.toUpperCase()}`);
    expect(at(shown, 'external-id-normalized', 'value')).toBe(id);
  });

  claim('a value that cannot be normalized carries error 8001', 'S: api_en.properties, 8001', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh(), { 'external-ids': ids(doi(`bad-${fresh().slice(8)}`)) }));
    const shown = at((await orcid.read(`work/${putCode}`)).json, 'external-ids', 'external-id', 0);
    expect(at(shown, 'external-id-normalized')).toBeNull();
    expect(at(shown, 'external-id-normalized-error', 'error-code')).toBe('8001');
  });

  claim('each type has its own normal form', 'S: utils/v3/identifiers/normalizers and their tests', async (orcid) => {
    const cases = [
      ['pmc', 'PMC4731170', '4731170'],
      ['pmid', 'PMID: 21054200', '21054200'],
      ['pmid', 'MR2098779', undefined],
      ['bibcode', 'https://ui.adsabs.harvard.edu/abs/2006ApJ...649...14A', '2006ApJ...649...14A'],
      ['rrid', 'SCR_003070', 'RRID:SCR_003070'],
      ['uri', 'example.org/Pots', 'http://example.org/Pots'],
      ['isbn', '12345678901', undefined],
      ['ol', 'OL1M', 'OL1M'],
      ['source-work-id', 'HR-1', 'hr-1'],
    ] as const;
    const members = cases.map(([type, value]) =>
      externalId(value, { 'external-id-type': type, 'external-id-relationship': 'part-of' }),
    );
    const all = ids(doi(fresh()), ...members);
    const putCode = await orcid.written('work', work('', { 'external-ids': all }));
    const { json } = await orcid.read(`work/${putCode}`);
    const read = (at(json, 'external-ids', 'external-id') as unknown[]).slice(1);
    expect(read.map((id) => at(id, 'external-id-normalized', 'value'))).toEqual(cases.map(([, , normal]) => normal));
    expect(read.map((id) => at(id, 'external-id-normalized-error', 'error-code'))).toEqual(
      cases.map(([, , normal]) => (normal === undefined ? '8001' : undefined)),
    );
  });

  claim('two spellings of one DOI are duplicates', 'S: PIDNormalizationService', async (orcid) => {
    const id = fresh();
    const putCode = await orcid.written('work', work(id));
    const again = await orcid.write('work', work(`https://dx.doi.org/${id}`));
    expectError(again, 409, 9021);
    expect(at(again.json, 'developer-message')).toContain(String(putCode));
  });

  claim('works linked through a third stand in one group', 'S: ActivitiesGroupGenerator', async (orcid) => {
    const [a, b] = [fresh(), fresh()];
    const first = await orcid.written('work', work(a));
    const second = await orcid.written('work', work(b));
    const both = ids(
      doi(fresh()),
      doi(a, { 'external-id-relationship': 'version-of' }),
      doi(b, { 'external-id-relationship': 'version-of' }),
    );
    const third = await orcid.written('work', work(fresh(), { 'external-ids': both }));
    const { json } = await orcid.read('works');
    const codes = (at(json, 'group') as unknown[]).map((group) =>
      (at(group, 'work-summary') as unknown[]).map((summary) => at(summary, 'put-code')),
    );
    expect(codes.find((group) => group.includes(first))?.sort()).toEqual([first, second, third].sort());
  });

  claim.local(
    "in a group the client's work stands before the person's",
    'S: DisplayIndexCalculatorHelper',
    async (orcid) => {
      const { running } = orcid;
      const [first, second] = [fresh(), fresh()];
      const own = { section: 'work', content: work(first) };
      await running.admin('POST', '/people', { key: first, givenNames: 'Own', items: [own] });
      const [iD, token] = [await running.orcid(first), await running.token(first)];
      const both = work('', { 'external-ids': ids(doi(first), doi(second)) });
      await orcid.member(`${iD}/work`, { method: 'POST', token, body: both });
      const { json } = await orcid.member(`${iD}/works`, { token });
      const summaries = at(json, 'group', 0, 'work-summary') as unknown[];
      expect(summaries.map((one) => at(one, 'display-index'))).toEqual(['1', '0']);
      expect(at(summaries[0], 'source', 'source-client-id', 'path')).toBe(orcid.target.client.id);
    },
  );

  claim('part-of and funded-by link nothing', 'M: ExternalID.isGroupAble', async (orcid) => {
    const journal = {
      'external-id-type': 'issn',
      'external-id-value': '0264-3561',
      'external-id-relationship': 'part-of',
    };
    const first = await orcid.written('work', work(fresh(), { 'external-ids': ids(doi(fresh()), journal) }));
    const second = await orcid.written('work', work(fresh(), { 'external-ids': ids(doi(fresh()), journal) }));
    const { json } = await orcid.read('works');
    const group = (at(json, 'group') as unknown[]).find((one) =>
      (at(one, 'work-summary') as unknown[]).some((summary) => at(summary, 'put-code') === first),
    );
    expect((at(group, 'work-summary') as unknown[]).map((summary) => at(summary, 'put-code'))).not.toContain(second);
    expect(at(group, 'external-ids', 'external-id')).toHaveLength(1);
  });

  claim('a PUT that changes nothing leaves the work as it was', 'S: WorkManagerImpl.updateWork', async (orcid) => {
    const body = work(fresh());
    const putCode = await orcid.written('work', body);
    const before = await orcid.read(`work/${putCode}`);
    const after = await orcid.put('work', putCode, body);
    expect(after.status).toBe(200);
    expect(at(after.json, 'last-modified-date')).toEqual(at(before.json, 'last-modified-date'));
  });
});

claims('the rules of works', (claim) => {
  claim('without a title the schema is broken', 'M: work-3.0.xsd', async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { title: undefined })), 400, 9047);
  });

  claim('an unknown type is 400/9047', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { type: 'pamphlet' })), 400, 9047);
  });

  claim('without identifiers it is 400/9023', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { 'external-ids': undefined })), 400, 9023);
  });

  claim('an unknown identifier type is 400/9023', IDS, async (orcid) => {
    const strange = ids(externalId('1', { 'external-id-type': 'house-number' }));
    expectError(await orcid.write('work', work(fresh(), { 'external-ids': strange })), 400, 9023);
  });

  claim('one identifier must be self', IDS, async (orcid) => {
    const part = ids(doi(fresh(), { 'external-id-relationship': 'part-of' }));
    const reply = await orcid.write('work', work(fresh(), { 'external-ids': part }));
    expectError(reply, 400, 9023);
    expect(at(reply.json, 'developer-message')).toContain("At least one identifier with 'self' relationship");
  });

  claim('a month of one digit is 400/9020', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { 'publication-date': date('2023', '5') })), 400, 9020);
  });

  claim('a day that is not in the calendar is 400/9049', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { 'publication-date': date('2023', '02', '30') })), 400, 9049);
  });

  claim('an empty citation is 400/9020', VALIDATOR, async (orcid) => {
    const citation = { 'citation-type': 'bibtex', 'citation-value': '' };
    expectError(await orcid.write('work', work(fresh(), { citation })), 400, 9020);
  });

  claim('an unknown language is 400/9037', VALIDATOR, async (orcid) => {
    expectError(await orcid.write('work', work(fresh(), { 'language-code': 'xx' })), 400, 9037);
  });

  claim('a translated title in an unknown language is 400/9037', VALIDATOR, async (orcid) => {
    const title = { title: { value: 'A' }, 'translated-title': { value: 'B', 'language-code': 'zz' } };
    expectError(await orcid.write('work', work(fresh(), { title })), 400, 9037);
  });

  claim('an invalid contributor role is 400/9058, whatever its text says', 'reference 11.2', async (orcid) => {
    const contributors = {
      contributor: [{ 'credit-name': { value: 'A' }, 'contributor-attributes': { 'contributor-role': 'cook' } }],
    };
    const reply = await orcid.write('work', work(fresh(), { contributors }));
    expectError(reply, 400, 9058);
    expect(at(reply.json, 'developer-message')).toMatch(/^404 Bad Request/);
  });

  claim('a CRediT role is a URI', 'reference 9.5', async (orcid) => {
    const role = 'http://credit.niso.org/contributor-roles/writing-original-draft/';
    const contributors = {
      contributor: [{ 'credit-name': { value: 'A' }, 'contributor-attributes': { 'contributor-role': role } }],
    };
    const putCode = await orcid.written('work', work(fresh(), { contributors }));
    const shown = at((await orcid.read(`work/${putCode}`)).json, 'contributors', 'contributor', 0);
    expect(at(shown, 'contributor-attributes')).toEqual({ 'contributor-sequence': null, 'contributor-role': role });
    expect(at(shown, 'contributor-orcid')).toBeNull();
  });

  claim('funded-by takes only what names a grant', 'reference 9.5', async (orcid) => {
    const grant = externalId('EX-1', { 'external-id-type': 'grant_number', 'external-id-relationship': 'funded-by' });
    const journal = externalId('0264-3561', { 'external-id-type': 'issn', 'external-id-relationship': 'funded-by' });
    expect((await orcid.write('work', work(fresh(), { 'external-ids': ids(doi(fresh()), grant) }))).status).toBe(201);
    expectError(await orcid.write('work', work(fresh(), { 'external-ids': ids(doi(fresh()), journal) })), 400, 9020);
  });

  claim('a title may be a bare string', 'T: test_member30_api_post_update.py', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh(), { title: { title: 'Bare' } }));
    expect(at((await orcid.read(`work/${putCode}`)).json, 'title', 'title')).toEqual({ value: 'Bare' });
  });
});

claims('works as citations', (claim) => {
  const TRANSLATOR = 'S: V3WorkToCiteprocTranslator';
  const CSL = 'application/vnd.citationstyles.csl+json';

  claim.local('the public API cites a public work in CSL-JSON', TRANSLATOR, async (orcid) => {
    const value = fresh();
    const more = {
      'journal-title': { value: 'Journal of Psychoceramics' },
      'publication-date': date('2023', '05'),
      contributors: { contributor: [{ 'credit-name': { value: 'Adá Example' } }] },
    };
    const putCode = await orcid.written('work', work(value, more));
    const url = `${orcid.target.pub}/v3.0/${orcid.orcid}/work/${putCode}`;
    const reply = await send(url, { accept: CSL });
    expect([reply.status, reply.headers.get('content-type')]).toEqual([200, `${CSL};charset=UTF-8`]);
    expect(reply.json).toEqual({
      type: 'article-journal',
      title: 'Counting cracked pots',
      author: [{ literal: 'Josiah S. Carberry and Ada Example' }],
      'container-title': 'Journal of Psychoceramics',
      issued: { 'date-parts': [[2023, 5]] },
      DOI: value,
      URL: `http://doi.org/${value}`,
    });
    expect((await send(url)).headers.get('content-type')).toBe('application/json;charset=UTF-8');
  });

  claim('the member API does not: 406', 'S: MemberV3ApiServiceImplV3_0, no such @Produces', async (orcid) => {
    const putCode = await orcid.written('work', work(fresh()));
    expect((await orcid.read(`work/${putCode}`, { accept: CSL })).status).toBe(406);
  });
});

claims('works in bulk', (claim) => {
  claim('a bulk write is 200 with one element per input, in input order', BULK, async (orcid) => {
    const [first, second] = [fresh(), fresh()];
    const bad = work(fresh(), { 'external-ids': undefined });
    const body = { bulk: [{ work: work(first) }, { work: bad }, { work: work(second) }] };
    const { status, json } = await orcid.member(`${orcid.orcid}/works`, { method: 'POST', body });
    expect(status).toBe(200);
    expect((at(json, 'bulk') as object[]).map((element) => Object.keys(element)[0])).toEqual(['work', 'error', 'work']);
    expect(at(json, 'bulk', 1, 'error', 'error-code')).toBe(9023);
    for (const index of [0, 2]) await orcid.remove('work', Number(at(json, 'bulk', index, 'work', 'put-code')));
  });

  claim('duplicates within the batch are found as well', BULK, async (orcid) => {
    const id = fresh();
    const body = { bulk: [{ work: work(id) }, { work: work(id) }] };
    const { json } = await orcid.member(`${orcid.orcid}/works`, { method: 'POST', body });
    expect(at(json, 'bulk', 1, 'error', 'error-code')).toBe(9021);
    expect(at(json, 'bulk', 1, 'error', 'response-code')).toBe(409);
    await orcid.remove('work', Number(at(json, 'bulk', 0, 'work', 'put-code')));
  });

  claim(
    'a bulk has no schema, so the codes of the rules appear',
    'S: JSONInputValidator, the classes it knows',
    async (orcid) => {
      const body = {
        bulk: [{ work: work(fresh(), { title: undefined }) }, { work: work(fresh(), { type: undefined }) }],
      };
      const { json } = await orcid.member(`${orcid.orcid}/works`, { method: 'POST', body });
      expect(at(json, 'bulk', 0, 'error', 'error-code')).toBe(9022);
      expect(at(json, 'bulk', 1, 'error', 'error-code')).toBe(9037);
    },
  );

  claim('more than a hundred are 400/9006', BULK, async (orcid) => {
    const body = { bulk: Array.from({ length: 101 }, () => ({ work: work(fresh()) })) };
    expectError(await orcid.member(`${orcid.orcid}/works`, { method: 'POST', body }), 400, 9006);
  });

  claim(
    'a bulk read gives full works first, then an error for each unknown put-code',
    'S: WorkManagerReadOnlyImpl.findWorkBulk',
    async (orcid) => {
      const putCode = await orcid.written('work', work(fresh()));
      const { status, json } = await orcid.read(`works/999999999999,${putCode}`);
      expect(status).toBe(200);
      expect(at(json, 'bulk', 0, 'work', 'put-code')).toBe(putCode);
      expect(at(json, 'bulk', 0, 'work')).toHaveProperty('contributors');
      expect(at(json, 'bulk', 1, 'error', 'error-code')).toBe(9034);
    },
  );

  claim('a put-code that is not a number spoils the whole bulk: 400/9006', 'reference 6.3', async (orcid) => {
    expectError(await orcid.read('works/1,abc'), 400, 9006);
  });

  claim('more than a hundred put-codes are 400/9042', 'reference 6.3', async (orcid) => {
    const codes = Array.from({ length: 101 }, (_none, index) => index + 1).join(',');
    expectError(await orcid.read(`works/${codes}`), 400, 9042);
  });

  claim.local(
    'a work of others that is private is an error in its place',
    'S: checkAndFilter of WorkBulk',
    async (orcid) => {
      const priya = await orcid.running.orcid('nothing-public');
      const own = await orcid.running.token('nothing-public', ['/read-limited', '/activities/update']);
      const created = await orcid.member(`${priya}/work`, { method: 'POST', token: own, body: work(fresh()) });
      const putCode = created.headers.get('location')?.split('/').at(-1);
      const other = await orcid.running.token('nothing-public', ['/read-limited'], {
        id: 'APP-EXAMPLE000000002',
        secret: '',
      });
      const { status, json } = await orcid.member(`${priya}/works/${putCode}`, { token: other });
      expect(status).toBe(200);
      expect(at(json, 'bulk', 0, 'error', 'error-code')).toBe(9013);
    },
  );
});
