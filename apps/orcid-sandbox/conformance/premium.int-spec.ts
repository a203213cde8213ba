import { affiliation, date, notification, peerReview, work } from '../testing/bodies.ts';
import { at, type Call, type Reply, send } from '../testing/http-client.ts';
import { REPOSITORY } from '../testing/running.ts';
import { claims, expectError } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

let counter = 0;
const fresh = (): string => `conformance-${Date.now()}-${(counter += 1)}`;

claims('webhooks', (claim) => {
  const DELEGATOR = 'S: WebhooksServiceDelegatorImpl';
  const hook = async (
    orcid: Session,
    method: string,
    uri: string,
    over: Call & { iD?: string } = {},
  ): Promise<Reply> => {
    const token = over.token ?? (await orcid.clientToken('/webhook'));
    const path = `${over.iD ?? orcid.orcid}/webhook/${encodeURIComponent(uri)}`;
    return send(`${orcid.target.api}/${path}`, { method, token });
  };

  claim('a new pair of iD and URI is 201, a known one 204, without a version in the path', DELEGATOR, async (orcid) => {
    const uri = `https://nowhere.example.org/${fresh()}`;
    const first = await hook(orcid, 'PUT', uri);
    expect(first.status).toBe(201);
    expect(first.headers.get('location')).toBe(`${orcid.target.api}/${orcid.orcid}/webhook/${encodeURIComponent(uri)}`);
    expect((await hook(orcid, 'PUT', uri)).status).toBe(204);
    expect((await hook(orcid, 'DELETE', uri)).status).toBe(204);
    expectError(await hook(orcid, 'DELETE', uri), 404, 9028);
  });

  claim('a URI that is none is 400/9012', DELEGATOR, async (orcid) => {
    expectError(await hook(orcid, 'PUT', 'not a uri'), 400, 9012);
  });

  claim('an unknown record is 404/9011', DELEGATOR, async (orcid) => {
    expectError(await hook(orcid, 'PUT', 'https://nowhere.example.org/', { iD: '0000-0000-0000-0000' }), 404, 9011);
  });

  claim('a token of a person does not do: 403/9038', DELEGATOR, async (orcid) => {
    const token = orcid.target.accessToken;
    expectError(await hook(orcid, 'PUT', 'https://nowhere.example.org/', { token }), 403, 9038);
  });

  claim.local('a client may not remove the hook of another: 403/9014', DELEGATOR, async (orcid) => {
    const uri = `https://nowhere.example.org/${fresh()}`;
    await hook(orcid, 'PUT', uri);
    const token = await orcid.running.token(undefined, ['/webhook'], REPOSITORY);
    expectError(await hook(orcid, 'DELETE', uri, { token }), 403, 9014);
  });
});

claims('permission notifications', (claim) => {
  const DELEGATOR = 'S: NotificationsApiServiceDelegatorImpl';
  const VALIDATION = 'S: NotificationValidationManagerImpl';
  const call = async (orcid: Session, method: string, path = '', body?: unknown, iD = orcid.orcid): Promise<Reply> =>
    orcid.member(`${iD}/notification-permission${path}`, {
      method,
      token: await orcid.clientToken('/premium-notification'),
      ...(body === undefined ? {} : { body }),
    });

  claim('is created with 201, read, listed, and archived by DELETE, which answers 200', DELEGATOR, async (orcid) => {
    const created = await call(orcid, 'POST', '', notification());
    expect(created.status).toBe(201);
    const id = created.headers.get('location')?.split('/').at(-1) ?? '';
    expect(created.headers.get('location')).toBe(
      `${orcid.target.api}/v3.0/${orcid.orcid}/notification-permission/${id}`,
    );
    const read = await call(orcid, 'GET', `/${id}`);
    expect(at(read.json, 'put-code')).toBe(Number(id));
    expect(typeof at(read.json, 'created-date')).toBe('number');
    expect(at(read.json, 'archived-date')).toBeNull();
    const listed = await call(orcid, 'GET');
    expect((at(listed.json, 'notification') as unknown[]).map((one) => at(one, 'put-code'))).toContain(Number(id));
    const archived = await call(orcid, 'DELETE', `/${id}`);
    expect(archived.status).toBe(200);
    expect(typeof at(archived.json, 'archived-date')).toBe('number');
  });

  claim('a path becomes a full address of the site', 'reference 10.13', async (orcid) => {
    const path = { path: '/oauth/authorize?client_id=x' };
    const created = await call(orcid, 'POST', '', notification({ 'authorization-url': path }));
    const id = created.headers.get('location')?.split('/').at(-1) ?? '';
    const { json } = await call(orcid, 'GET', `/${id}`);
    expect(at(json, 'authorization-url', 'uri')).toBe(`${orcid.target.site}/oauth/authorize?client_id=x`);
    await call(orcid, 'DELETE', `/${id}`);
  });

  claim('an unknown one is 404/9029', DELEGATOR, async (orcid) => {
    expectError(await call(orcid, 'GET', '/999999999'), 404, 9029);
  });

  claim('without an item the schema is broken', 'M: notification-permission-3.0.xsd', async (orcid) => {
    expectError(await call(orcid, 'POST', '', notification({ items: { item: [] } })), 400, 9047);
  });

  claim('a bad authorization url is 400/9020', VALIDATION, async (orcid) => {
    const body = notification({ 'authorization-url': { uri: 'not a url' } });
    expectError(await call(orcid, 'POST', '', body), 400, 9020);
  });

  claim('an authorization url may be relative, for only its syntax is checked', VALIDATION, async (orcid) => {
    const url = { 'authorization-url': { uri: '/oauth/authorize?client_id=APP-1' } };
    expect((await call(orcid, 'POST', '', notification(url))).status).toBe(201);
  });

  claim('nothing about the path of an authorization url is checked', VALIDATION, async (orcid) => {
    const url = { 'authorization-url': { path: 'without a slash' } };
    expect((await call(orcid, 'POST', '', notification(url))).status).toBe(201);
  });

  claim(
    'a put-code is an illegal argument: 400/9006',
    'S: NotificationManagerImpl.createNotification',
    async (orcid) => {
      expectError(await call(orcid, 'POST', '', notification({ 'put-code': 5 })), 400, 9006);
    },
  );

  claim.local('what is wrong with it comes before the opt-out', DELEGATOR, async (orcid) => {
    const iD = await orcid.running.orcid('one-name');
    const bad = notification({ 'authorization-url': { uri: 'not a url' } });
    expectError(await call(orcid, 'POST', '', bad, iD), 400, 9020);
  });

  claim.local("another client's cannot be read: 403/9004", DELEGATOR, async (orcid) => {
    const location = (await call(orcid, 'POST', '', notification())).headers.get('location') ?? '';
    const token = await orcid.running.token(undefined, ['/premium-notification'], REPOSITORY);
    expectError(await send(location, { token }), 403, 9004);
  });

  claim.local("another client's cannot be archived: 403/9010", 'S: flagAsArchived', async (orcid) => {
    const location = (await call(orcid, 'POST', '', notification())).headers.get('location') ?? '';
    const token = await orcid.running.token(undefined, ['/premium-notification'], REPOSITORY);
    const reply = await send(location, { method: 'DELETE', token });
    expectError(reply, 403, 9010);
    expect(at(reply.json, 'developer-message')).toContain('You are not the source of the notification');
  });

  claim('one that is unknown is 404/9029', DELEGATOR, async (orcid) => {
    expectError(await call(orcid, 'GET', '/999999999'), 404, 9029);
    expectError(await call(orcid, 'DELETE', '/999999999'), 404, 9029);
  });

  claim.local('one that was read cannot be archived: 403/9009', DELEGATOR, async (orcid) => {
    const created = await call(orcid, 'POST', '', notification());
    const id = created.headers.get('location')?.split('/').at(-1) ?? '';
    await orcid.running.admin('POST', `/notifications/${id}/read`);
    expectError(await call(orcid, 'DELETE', `/${id}`), 403, 9009);
  });

  claim.local('somebody who opted out is left alone: 409/9032', DELEGATOR, async (orcid) => {
    const iD = await orcid.running.orcid('one-name');
    expectError(await call(orcid, 'POST', '', notification(), iD), 409, 9032);
  });
});

claims('group-id records', (claim) => {
  const MANAGER = 'S: GroupIdRecordManagerImpl';
  const group = (groupId: string, over = {}) => ({
    name: `Reviews of ${groupId}`,
    'group-id': groupId,
    description: 'Made by a claim',
    type: 'publisher',
    ...over,
  });
  const call = async (orcid: Session, method: string, path = '', body?: unknown): Promise<Reply> =>
    orcid.member(`group-id-record${path}`, {
      method,
      token: await orcid.clientToken('/group-id-record/update'),
      ...(body === undefined ? {} : { body }),
    });

  claim('is created, found by its id, changed and deleted', MANAGER, async (orcid) => {
    const groupId = `orcid-generated:${fresh()}`;
    const created = await call(orcid, 'POST', '', group(groupId));
    expect(created.status).toBe(201);
    const putCode = Number(created.headers.get('location')?.split('/').at(-1));
    expect(created.headers.get('location')).toBe(`${orcid.target.api}/v3.0/group-id-record/${putCode}`);
    const found = await call(orcid, 'GET', `?group-id=${groupId}`);
    expect(at(found.json, 'put-code')).toBe(putCode);
    const changed = await call(orcid, 'PUT', `/${putCode}`, group(groupId, { 'put-code': putCode, type: 'journal' }));
    expect([changed.status, at(changed.json, 'type')]).toEqual([200, 'journal']);
    expect((await call(orcid, 'DELETE', `/${putCode}`)).status).toBe(204);
    expectError(await call(orcid, 'GET', `/${putCode}`), 400, 9026);
  });

  claim('the same group twice is 409/9025', MANAGER, async (orcid) => {
    const groupId = `orcid-generated:${fresh()}`;
    const created = await call(orcid, 'POST', '', group(groupId));
    expectError(await call(orcid, 'POST', '', group(groupId)), 409, 9025);
    await call(orcid, 'DELETE', `/${created.headers.get('location')?.split('/').at(-1)}`);
  });

  claim('an unknown group id is 200 with nothing in it', 'reference 6.7', async (orcid) => {
    const { status, json } = await call(orcid, 'GET', '?group-id=orcid-generated:nobody-made-this');
    expect(status).toBe(200);
    expect(Object.values(json as object).every((value) => value === null)).toBe(true);
  });

  claim('an invalid ISSN is 400/9053', 'S: IssnDataNotFoundException', async (orcid) => {
    expectError(await call(orcid, 'GET', '?group-id=issn:1234-5678'), 400, 9053);
  });

  claim('a group id of another form breaks the schema', 'M: common-3.0.xsd', async (orcid) => {
    expectError(await call(orcid, 'POST', '', group('nature')), 400, 9047);
  });

  claim('all groups come in pages', 'reference 6.7', async (orcid) => {
    const { json } = await call(orcid, 'GET', '?page-size=1&page=1');
    expect(Object.keys(json as object)).toEqual([
      'last-modified-date',
      'total',
      'page',
      'page-size',
      'group-id-record',
    ]);
    expect(at(json, 'group-id-record')).toHaveLength(1);
  });

  claim.local('a group in use cannot be deleted: 409/9040', MANAGER, async (orcid) => {
    const groupId = `orcid-generated:${fresh()}`;
    const created = await call(orcid, 'POST', '', group(groupId));
    const review = await orcid.written('peer-review', peerReview(fresh(), { 'review-group-id': groupId }));
    const path = `/${created.headers.get('location')?.split('/').at(-1)}`;
    expectError(await call(orcid, 'DELETE', path), 409, 9040);
    await orcid.remove('peer-review', review);
    expect((await call(orcid, 'DELETE', path)).status).toBe(204);
  });
});

claims('search and what else can be read', (claim) => {
  claim('an iD is found by itself', 'I: search.md', async (orcid) => {
    const { json } = await orcid.member(`search/?q=orcid:${orcid.orcid}`);
    expect(at(json, 'num-found')).toBe(1);
    expect(at(json, 'result', 0, 'orcid-identifier', 'uri')).toBe(`${orcid.target.site}/${orcid.orcid}`);
  });

  claim('the expanded search tells names', 'I: search.md', async (orcid) => {
    const { json } = await orcid.member(`expanded-search/?q=orcid:${orcid.orcid}`);
    expect(Object.keys(at(json, 'expanded-result', 0) as object)).toEqual([
      'orcid-id',
      'given-names',
      'family-names',
      'credit-name',
      'other-name',
      'email',
      'institution-name',
    ]);
  });

  claim('rows outside 0 to 1000 are 400/9012', 'S: validateSearchParams', async (orcid) => {
    expectError(await orcid.member('search/?q=x&rows=1001'), 400, 9012);
    expectError(await orcid.member('search/?q=x&rows=few'), 400, 9012);
    expect((await orcid.member('search/?q=x&rows=1000')).status).toBe(200);
  });

  claim(
    'the anonymous public search ends at 10,000: 400/9043',
    'S: SearchStartParameterLimitExceededException',
    async (orcid) => {
      expectError(await send(`${orcid.target.pub}/v3.0/search/?q=x&start=10001`), 400, 9043);
    },
  );

  claim('the csv search answers text/csv', 'I: search.md', async (orcid) => {
    const reply = await orcid.member(`csv-search/?q=orcid:${orcid.orcid}&fl=orcid,family-name`, { accept: 'text/csv' });
    expect(reply.headers.get('content-type')).toMatch(/^text\/csv/);
    expect(reply.text).toContain(`${orcid.orcid},`);
  });

  claim('a client is known by name and description', 'reference 6.8', async (orcid) => {
    const { json } = await orcid.member(`client/${orcid.target.client.id}`);
    expect(Object.keys(json as object)).toEqual(['name', 'description']);
    expectError(await orcid.member('client/APP-NOBODY0000000000'), 404, 9027);
  });

  claim('the status pages need no token', 'S: orcid-api-security-context.xml', async (orcid) => {
    expect((await send(`${orcid.target.api}/v3.0/status`)).json).toEqual({ tomcatUp: true });
    expect((await send(`${orcid.target.api}/v3.0/apiStatus`)).json).toMatchObject({ overallOk: true });
    expect((await send(`${orcid.target.pub}/v3.0/pubStatus`)).json).toMatchObject({ overallOk: true });
  });

  claim('the public API lists the identifier types', 'reference 6.8', async (orcid) => {
    const { json } = await send(`${orcid.target.pub}/v3.0/identifiers?locale=en`);
    const names = (json as { name: string }[]).map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['doi', 'grant_number', 'source-work-id', 'raid']));
  });

  claim('a summary lets a distinction end when it was given', 'S: sortAffiliationsByEndDate', async (orcid) => {
    const over = { 'start-date': date('2019', '05'), 'end-date': date('2020') };
    const distinction = await orcid.written('distinction', affiliation(over));
    const { json } = await orcid.read('summary');
    const entries = at(json, 'professional-activities', 'professional-activity') as unknown[];
    const entry = entries.find((one) => at(one, 'put-code') === distinction);
    expect(at(entry, 'end-date')).toEqual(at(entry, 'start-date'));
    expect(at(entry, 'end-date', 'year', 'value')).toBe('2019');
  });

  claim('a summary counts what others have confirmed', 'S: SummaryManagerImpl', async (orcid) => {
    const employment = await orcid.written('employment', affiliation({ 'role-title': 'Steward' }));
    await orcid.written('work', work(`10.5555/${fresh()}`));
    const { json } = await orcid.read('summary');
    expect(Object.keys(json as object)).toEqual([
      'created-date',
      'last-modified-date',
      'credit-name',
      'orcid-identifier',
      'external-identifiers',
      'employments',
      'professional-activities',
      'fundings',
      'works',
      'peer-reviews',
      'education-qualifications',
      'research-resources',
      'email-domains',
    ]);
    const entries = at(json, 'employments', 'employment') as unknown[];
    expect(entries.find((entry) => at(entry, 'put-code') === employment)).toMatchObject({
      validated: true,
      role: 'Steward',
    });
    expect(at(json, 'works', 'validated-count')).toBeGreaterThan(0);
  });
});
