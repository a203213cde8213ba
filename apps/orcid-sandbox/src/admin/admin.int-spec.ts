import { affiliation } from '../../testing/bodies.ts';
import { at, send, sendForm } from '../../testing/http-client.ts';
import { PUBLIC_CLIENT, Running, UNIVERSITY } from '../../testing/running.ts';

let orcid: Running;
let iD: string;
let token: string;
beforeAll(async () => {
  orcid = await Running.start();
  iD = await orcid.orcid('connects');
});
afterAll(() => orcid.stop());
beforeEach(async () => {
  await orcid.admin('POST', '/reset');
  token = await orcid.token('connects');
});

const post = () => orcid.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
const fault = (settings: object) => orcid.admin('POST', '/faults', settings);

describe('the admin API', () => {
  it('shows every call received, with secrets by fingerprint only', async () => {
    await post();
    await sendForm(`${orcid.site}/oauth/token`, {
      client_id: UNIVERSITY.id,
      client_secret: UNIVERSITY.secret,
      grant_type: 'client_credentials',
      scope: '/read-public',
    });
    const { text, json } = await orcid.admin('GET', '/log');
    expect(at(json, 0)).toMatchObject({ method: 'POST', status: 201, clientId: UNIVERSITY.id, orcid: iD });
    expect(at(json, 1)).toMatchObject({ url: '/oauth/token', clientId: UNIVERSITY.id });
    expect(text).not.toContain(token);
    expect(text).not.toContain(UNIVERSITY.secret);
  });

  it('revokes as the person does, after which DELETE is all that is left', async () => {
    const location = (await post()).headers.get('location') ?? '';
    const { json } = await orcid.admin('POST', '/revoke-as-user', { orcid: iD, clientId: UNIVERSITY.id });
    expect(json).toEqual({ revoked: 1 });
    expect((await post()).status).toBe(401);
    expect((await send(location, { method: 'DELETE', token })).status).toBe(204);
  });

  it('deletes an item as its owner does', async () => {
    const location = (await post()).headers.get('location') ?? '';
    const putCode = Number(location.split('/').at(-1));
    await orcid.admin('POST', '/delete-item-as-owner', { orcid: iD, putCode });
    expect((await send(location, { token })).status).toBe(404);
    const again = await orcid.admin('POST', '/delete-item-as-owner', { orcid: iD, putCode });
    expect(again.status).toBe(404);
  });

  it('forgets everything but the settings on reset', async () => {
    await post();
    await orcid.admin('POST', '/reset');
    expect((await post()).status).toBe(401);
    expect(await orcid.orcid('connects')).toBe(iD);
    expect(at((await orcid.admin('GET', `/record/${iD}`)).json, 'items')).toEqual([]);
  });

  it('moves the clock, and tokens end by it', async () => {
    await orcid.admin('POST', '/clock', { advanceSeconds: 631138519 });
    expect((await post()).status).toBe(401);
  });

  it('adds people, and changes their state', async () => {
    const added = await orcid.admin('POST', '/people', { key: 'late', givenNames: 'Late' });
    expect(added.status).toBe(201);
    await orcid.admin('PATCH', '/people/connects', { state: 'locked' });
    expect(at((await post()).json, 'error-code')).toBe(9018);
  });

  it('says what is wrong with a request', async () => {
    const reply = await orcid.admin('POST', '/faults', { effect: 'flood' });
    expect(reply.status).toBe(400);
    expect(at(reply.json, 'error')).toContain('effect');
  });
});

describe('a bad day', () => {
  it('can be HTML from the proxy, and passes', async () => {
    await fault({ effect: 'unavailable', times: 1 });
    const reply = await post();
    expect([reply.status, reply.headers.get('content-type')]).toEqual([503, 'text/html']);
    expect((await post()).status).toBe(201);
  });

  it('can be 429 in plain text, or 500/9008', async () => {
    await fault({ effect: 'too-many-requests', times: 1 });
    const tooMany = await post();
    expect([tooMany.status, tooMany.headers.get('retry-after')]).toEqual([429, null]);
    await fault({ effect: 'server-error', times: 1 });
    expect(at((await post()).json, 'error-code')).toBe(9008);
  });

  it('can be any error of ORCID’s', async () => {
    await fault({ effect: 'refuse', error: 9044, times: 1 });
    const reply = await post();
    expect([reply.status, at(reply.json, 'error-code')]).toEqual([409, 9044]);
    expect((await orcid.admin('POST', '/faults', { effect: 'refuse', error: 9999 })).status).toBe(400);
  });

  it('can break the connection before the write, which then did not happen', async () => {
    await fault({ effect: 'reset-before', times: 1 });
    await expect(post()).rejects.toThrow();
    expect(at((await orcid.admin('GET', `/record/${iD}`)).json, 'items')).toHaveLength(0);
  });

  it('can break the connection after the write, which did happen', async () => {
    await fault({ effect: 'reset-after', times: 1 });
    await expect(post()).rejects.toThrow();
    expect(at((await orcid.admin('GET', `/record/${iD}`)).json, 'items')).toHaveLength(1);
  });

  it('can cut an answer in two', async () => {
    await fault({ effect: 'truncate', times: 1 });
    await expect(orcid.member(iD, { token })).rejects.toThrow();
    expect((await orcid.member(iD, { token })).status).toBe(200);
  });

  it('can be a long wait, after which all is well', async () => {
    await fault({ effect: 'latency', latencyMs: 200, times: 1 });
    const begun = performance.now();
    expect((await post()).status).toBe(201);
    expect(performance.now() - begun).toBeGreaterThanOrEqual(199);
  });

  it('can be a clock that jumps, by which tokens grow old', async () => {
    await fault({ effect: 'advance-clock', advanceSeconds: 631138519, times: 1 });
    expect((await post()).status).toBe(401);
  });

  it('can take the token away in the middle of a job', async () => {
    await fault({ effect: 'revoke-token', skip: 1, times: 1 });
    expect((await post()).status).toBe(201);
    expect((await post()).status).toBe(401);
  });

  it('can be meant for one client, one person, one path, every second call or one hour', async () => {
    await fault({ effect: 'server-error', clientId: PUBLIC_CLIENT.id });
    await fault({ effect: 'server-error', orcid: '0000-0000-0000-0000' });
    await fault({ effect: 'server-error', path: '/works$' });
    await fault({ effect: 'server-error', until: '2000-01-01T00:00:00Z' });
    expect((await post()).status).toBe(201);
    await orcid.admin('DELETE', '/faults');
    await fault({ effect: 'server-error', every: 2 });
    expect([(await post()).status, (await post()).status, (await post()).status]).toEqual([500, 201, 500]);
  });

  it('can be asked for by the caller', async () => {
    const reply = await orcid.member(iD, { token, headers: { 'x-sandbox-fault': 'server-error' } });
    expect(reply.status).toBe(500);
  });
});
