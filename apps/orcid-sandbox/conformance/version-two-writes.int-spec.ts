import { affiliation, funding, ids, externalId, organization, peerReview, work } from '../testing/bodies.ts';
import { at, type Call, putCodeIn, type Reply, send } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

let counter = 0;
const fresh = (): string => `10.5555/v2w.${Date.now()}.${(counter += 1)}`;
const MEMBER21 = 'T: test_member21_api_post_update.py';
const ERRORS = 'T: test_expected_errors.py';

/** As v2 names them in JSON. */
const oldWork = (doi: string, over: object = {}): object => ({
  ...work(doi),
  type: 'JOURNAL_ARTICLE',
  'external-ids': ids(externalId(doi, { 'external-id-type': 'doi', 'external-id-relationship': 'SELF' })),
  ...over,
});

const call = (orcid: Session, path: string, options: Call, version = 'v2.1', iD = orcid.orcid): Promise<Reply> =>
  send(`${orcid.target.api}/${version}/${iD}/${path}`, { token: orcid.target.accessToken, ...options });

async function posted(orcid: Session, section: string, body: unknown, version = 'v2.1', type?: string) {
  const reply = await call(orcid, section, { method: 'POST', body, ...(type === undefined ? {} : { type }) }, version);
  if (reply.status === 201) orcid.remember(reply.headers.get('location') ?? '');
  return reply;
}

const XML = 'application/orcid+xml';
const workInXml = (doi: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<work:work xmlns:common="http://www.orcid.org/ns/common" xmlns:work="http://www.orcid.org/ns/work">
  <work:title><common:title>Pots</common:title></work:title>
  <work:type>book-chapter</work:type>
  <common:external-ids><common:external-id>
    <common:external-id-type>doi</common:external-id-type>
    <common:external-id-value>${doi}</common:external-id-value>
    <common:external-id-relationship>self</common:external-id-relationship>
  </common:external-id></common:external-ids>
  <work:contributors/>
</work:work>`;

claims('v2.0 and v2.1, as old programs write them', (claim) => {
  for (const version of ['v2.0', 'v2.1']) {
    claim(`a work in XML is created, and its Location is of ${version}`, MEMBER21, async (orcid) => {
      const reply = await posted(orcid, 'work', workInXml(fresh()), version, XML);
      expect([reply.status, reply.text]).toEqual([201, '']);
      expect(reply.headers.get('location')).toContain(`/${version}/${orcid.orcid}/work/`);
    });
  }

  claim('a work in JSON has constants of Java, and v3.0 reads it in its own words', MEMBER21, async (orcid) => {
    const putCode = putCodeIn(await posted(orcid, 'work', oldWork(fresh())));
    const { json } = await orcid.read(`work/${putCode}`);
    expect(at(json, 'type')).toBe('journal-article');
    expect(at(json, 'external-ids', 'external-id', 0, 'external-id-relationship')).toBe('self');
  });

  claim('a PUT answers in the words of v2', MEMBER21, async (orcid) => {
    const putCode = putCodeIn(await posted(orcid, 'work', oldWork(fresh())));
    const body = oldWork(fresh(), { 'put-code': putCode, title: { title: 'Renamed' }, type: 'BOOK' });
    const reply = await call(orcid, `work/${putCode}`, { method: 'PUT', body });
    expect([reply.status, at(reply.json, 'type'), at(reply.json, 'title', 'title', 'value')]).toEqual([
      200,
      'BOOK',
      'Renamed',
    ]);
  });

  claim('a DELETE answers 204', ERRORS, async (orcid) => {
    const putCode = putCodeIn(await posted(orcid, 'work', oldWork(fresh())));
    expect((await call(orcid, `work/${putCode}`, { method: 'DELETE' })).status).toBe(204);
    expect((await orcid.read(`work/${putCode}`)).status).toBe(404);
  });

  claim('an education needs no disambiguated institution', 'S: manager/validator/ActivityValidator', async (orcid) => {
    const unknown = organization({ 'disambiguated-organization': undefined });
    expect((await posted(orcid, 'education', { organization: unknown })).status).toBe(201);
    expectError(await orcid.write('education', { organization: unknown }), 400, 9045);
  });

  claim('an organization there must be', 'M: education-2.1.xsd', async (orcid) => {
    expectError(await posted(orcid, 'education', { 'role-title': 'BA' }), 400, 9047);
  });

  claim('what v3.0 added to affiliations is unknown', 'M: employment-2.1.xsd', async (orcid) => {
    expectError(await posted(orcid, 'employment', affiliation({ url: { value: 'https://example.org' } })), 400, 9047);
  });

  claim('fundings, reviews and person items are created as well', MEMBER21, async (orcid) => {
    const old = { 'external-id-relationship': 'SELF' };
    const number = ids(externalId(fresh(), { 'external-id-type': 'grant_number', ...old }));
    const grant = funding(fresh(), { type: 'GRANT', 'external-ids': number });
    const review = peerReview(fresh(), {
      'reviewer-role': 'REVIEWER',
      'review-type': 'REVIEW',
      'review-identifiers': ids(externalId(fresh(), old)),
    });
    expect((await posted(orcid, 'funding', grant)).status).toBe(201);
    expect((await posted(orcid, 'peer-review', review)).status).toBe(201);
    expect((await posted(orcid, 'keywords', { content: fresh() })).status).toBe(201);
  });

  claim('a bulk of works answers 200 with each of them', MEMBER21, async (orcid) => {
    const body = { bulk: [{ work: oldWork(fresh()) }, { work: oldWork(fresh(), { 'external-ids': null }) }] };
    const { status, json } = await call(orcid, 'works', { method: 'POST', body });
    expect([status, at(json, 'bulk', 0, 'work', 'type')]).toEqual([200, 'JOURNAL_ARTICLE']);
    expect(at(json, 'bulk', 1, 'error', 'error-code')).toBe(9023);
    await orcid.remove('work', Number(at(json, 'bulk', 0, 'work', 'put-code')));
  });

  claim('without a token it is 403', ERRORS, async (orcid) => {
    const reply = await call(orcid, 'work', { method: 'POST', body: workInXml(fresh()), type: XML, token: undefined });
    expect(reply.status).toBe(403);
  });

  claim.local('on the record of somebody else it is 401', ERRORS, async (orcid) => {
    const body = workInXml(fresh());
    const other = await orcid.running.orcid('denies');
    for (const version of ['v2.0', 'v2.1']) {
      const reply = await call(orcid, 'work', { method: 'POST', body, type: XML }, version, other);
      expect(reply.status).toBe(401);
    }
  });

  claim('with a token that may only read it is 403/9038', 'T: test_refresh_tokens.py', async (orcid) => {
    const token = await orcid.narrowed('/read-limited');
    expectError(await call(orcid, 'work', { method: 'POST', body: oldWork(fresh()), token }, 'v2.0'), 403, 9038);
  });

  claim('search gives at most 200, people by http in v2.0', 'T: test_public_api_read_search.py', async (orcid) => {
    const url = (version: string, rows: string) =>
      `${orcid.target.pub}/${version}/search?q=orcid:${orcid.orcid}&rows=${rows}`;
    const { json } = await send(url('v2.0', '200'));
    expect(at(json, 'result', 0, 'orcid-identifier', 'uri')).toMatch(/^http:/);
    expectError(await send(url('v2.1', '201')), 400, 9012);
  });
});
