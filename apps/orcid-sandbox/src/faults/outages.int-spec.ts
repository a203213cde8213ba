import { once } from 'node:events';
import { connect } from 'node:net';
import { affiliation } from '../../testing/bodies.ts';
import { at, send } from '../../testing/http-client.ts';
import { Running, UNIVERSITY } from '../../testing/running.ts';

let orcid: Running;
let iD: string;
let token: string;
beforeAll(async () => {
  orcid = await Running.start({ oauth: { introspectionTimeoutSeconds: 0.05 } });
  iD = await orcid.orcid('connects');
});
afterAll(() => orcid.stop());
beforeEach(async () => {
  await orcid.admin('POST', '/reset');
  token = await orcid.token('connects');
});

const fault = (settings: object) => orcid.admin('POST', '/faults', settings);
const read = (accessToken = token) => orcid.member(`${iD}/employments`, { token: accessToken });
const post = (signal?: AbortSignal) =>
  fetch(`${orcid.api}/v3.0/${iD}/employment`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(affiliation()),
    ...(signal === undefined ? {} : { signal }),
  });
const items = async () => at((await orcid.admin('GET', `/record/${iD}`)).json, 'items') as unknown[];
const clock = (change: object) => orcid.admin('POST', '/clock', change);

describe('an outage of the authorization server', () => {
  it('can be meant for one token, whose text nobody can read from the list of faults', async () => {
    const other = await orcid.token('connects');
    const { text } = await fault({ effect: 'authorization-server-unreachable', token });
    expect([(await read()).status, (await read(other)).status]).toEqual([401, 200]);
    expect(text).not.toContain(token);
    expect(text).toContain('sha256:');
  });

  it('can be meant for a share of all tokens, and then always hits the same ones', async () => {
    const tokens = await Promise.all(Array.from({ length: 60 }, () => orcid.token('connects')));
    await fault({ effect: 'authorization-server-error', share: 0.5 });
    const statusOf = async () => (await Promise.all(tokens.map(read))).map(({ status }) => status);
    const first = await statusOf();
    const hit = first.filter((status) => status === 401).length;
    // Sixty fair coins land outside this range once in 200,000 runs.
    expect(hit).toBeGreaterThan(12);
    expect(hit).toBeLessThan(48);
    expect(await statusOf()).toEqual(first);
  });

  it('can be meant for one client', async () => {
    await fault({ effect: 'authorization-server-error', clientId: 'APP-EXAMPLE000000002' });
    expect((await read()).status).toBe(200);
    await fault({ effect: 'authorization-server-error', clientId: UNIVERSITY.id });
    expect((await read()).status).toBe(401);
  });

  it('can last for a while of simulated time', async () => {
    await clock({ stopped: true });
    await fault({ effect: 'authorization-server-unreachable', forSeconds: 60 });
    await clock({ advanceSeconds: 59 });
    expect((await read()).status).toBe(401);
    await clock({ advanceSeconds: 2 });
    expect((await read()).status).toBe(200);
  });

  it('leaves tokens as they were: nothing was revoked', async () => {
    await fault({ effect: 'authorization-server-unreachable', times: 1 });
    await read();
    const { json } = await orcid.admin('GET', `/record/${iD}`);
    expect(at(json, 'tokens', 0, 'revoked')).toBeUndefined();
  });

  it('is what slowness becomes when it lasts longer than ORCID waits', async () => {
    await fault({ effect: 'authorization-server-slow', latencyMs: 60_000 });
    const reply = await read();
    expect([reply.status, at(reply.json, 'error_description')]).toEqual([401, `Invalid access token: ${token}`]);
  });

  it('cannot be given two ends', async () => {
    const ends = { until: '2030-01-01T00:00:00Z', forSeconds: 60 };
    expect((await fault({ effect: 'authorization-server-error', ...ends })).status).toBe(400);
  });
});

describe('a caller who does not wait for the answer', () => {
  /** Looks again until the record has an item; the test's own timeout ends a search in vain. */
  async function landed(): Promise<unknown[]> {
    const found = await items();
    return found.length > 0 ? found : landed();
  }

  it('is served to the end: the write lands late, and the log knows both', async () => {
    await fault({ effect: 'latency', latencyMs: 200, method: 'POST', times: 1 });
    await expect(post(AbortSignal.timeout(50))).rejects.toThrow();
    expect(await items()).toEqual([]);
    expect(await landed()).toHaveLength(1);
    const { json } = await orcid.admin('GET', '/log?method=POST');
    expect(json).toEqual([expect.objectContaining({ status: 201, callerGone: true, faults: ['latency'] })]);
  });

  it('is served to the end by a slow authorization server, too', async () => {
    await fault({ effect: 'authorization-server-slow', latencyMs: 40, times: 1 });
    await expect(post(AbortSignal.timeout(15))).rejects.toThrow();
    expect(await landed()).toHaveLength(1);
  });

  it('who leaves before the whole request has come changes nothing', async () => {
    const [host, port] = new URL(orcid.api).host.split(':');
    const socket = connect(Number(port), host);
    socket.write(`POST /api/v3.0/${iD}/employment HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${token}\r\n`);
    socket.write('Content-Type: application/json\r\nContent-Length: 500\r\n\r\n{"organ', () => socket.destroy());
    await once(socket, 'close');
    const logged = async (): Promise<unknown[]> => {
      const calls = (await orcid.admin('GET', '/log?method=POST')).json as unknown[];
      return calls.length > 0 ? calls : logged();
    };
    expect(await logged()).toEqual([expect.objectContaining({ status: 0, callerGone: true })]);
    expect(await items()).toEqual([]);
  });
});

describe('a month after a migration', () => {
  it('has 500s in the shape of ORCID, of Tomcat, of Spring, of a text and of nothing', async () => {
    await fault({ effect: 'odd-server-error', forSeconds: 30 * 86_400 });
    const seen = [];
    for (let call = 0; call < 5; call += 1) {
      const { status, headers, text } = await read();
      seen.push([status, headers.get('content-type')?.split(';')[0], text.slice(0, 15)]);
    }
    expect(seen).toEqual([
      [500, 'application/json', '{"response-code'],
      [500, 'text/html', '<!doctype html>'],
      [500, 'application/json', '{"timestamp":0,'],
      [500, 'text/plain', 'java.lang.NullP'],
      [500, undefined, ''],
    ]);
    await clock({ advanceSeconds: 31 * 86_400 });
    expect((await read()).status).toBe(200);
  });

  it('may say 500 of a write that was done', async () => {
    await fault({ effect: 'odd-server-error', carriedOut: true, method: 'POST', times: 5 });
    const [json, html, , , bare] = [await post(), await post(), await post(), await post(), await post()];
    expect([json.status, html.status, bare.status]).toEqual([500, 500, 500]);
    expect(await bare.text()).toBe('');
    expect(json.headers.get('location')).toBeNull();
    expect(await html.text()).toContain('Internal Server Error');
    expect(await items()).toHaveLength(5);
  });

  it('changes the order of keys, and nothing else', async () => {
    await post();
    const usual = await orcid.member(iD, { token });
    await fault({ effect: 'key-order' });
    const changed = await orcid.member(iD, { token });
    expect(changed.json).toEqual(usual.json);
    expect(Object.keys(changed.json as object)).toEqual(Object.keys(usual.json as object).reverse());
    const pretty = await orcid.member(iD, { token, accept: 'application/vnd.orcid+json' });
    expect(pretty.text).toMatch(/^\{\n {2}"path" : /);
    const xml = await orcid.member(iD, { token, accept: 'application/xml' });
    expect(xml.text).toContain('<record:record');
  });

  it('changes it in the answers of the token endpoint as well', async () => {
    await fault({ effect: 'key-order', path: '^/oauth/token$' });
    const form = new URLSearchParams({
      client_id: UNIVERSITY.id,
      client_secret: UNIVERSITY.secret,
      grant_type: 'client_credentials',
      scope: '/read-public',
    });
    const type = 'application/x-www-form-urlencoded';
    const { json } = await send(`${orcid.site}/oauth/token`, { method: 'POST', type, body: form.toString() });
    expect(Object.keys(json as object).at(-1)).toBe('access_token');
  });
});

describe('a replica that is behind', () => {
  beforeEach(() => clock({ stopped: true }));

  it('still shows what was deleted, and as it was before it was changed', async () => {
    const location = (await post()).headers.get('location') ?? '';
    await clock({ advanceSeconds: 60 });
    await fault({ effect: 'replica-lag', lagSeconds: 10 });
    const body = { ...affiliation({ 'role-title': 'Dean' }), 'put-code': Number(location.split('/').at(-1)) };
    expect((await send(location, { method: 'PUT', token, body })).status).toBe(200);
    await clock({ advanceSeconds: 5 });
    expect((await send(location, { method: 'DELETE', token })).status).toBe(204);
    expect(at((await send(location, { token })).json, 'role-title')).toBeNull();
    await clock({ advanceSeconds: 6 });
    expect(at((await send(location, { token })).json, 'role-title')).toBe('Dean');
    await clock({ advanceSeconds: 5 });
    expect((await send(location, { token })).status).toBe(404);
  });

  it('is up to date again when the fault is removed', async () => {
    const { json } = await fault({ effect: 'replica-lag', lagSeconds: 600 });
    await post();
    expect((await read()).text).not.toContain('employment-summary');
    await orcid.admin('DELETE', `/faults/${String(at(json, 'id'))}`);
    expect((await read()).text).toContain('employment-summary');
  });

  it('may be the one that answers a single client', async () => {
    await fault({ effect: 'replica-lag', clientId: 'APP-EXAMPLE000000002' });
    await post();
    expect((await read()).text).toContain('employment-summary');
    const other = await orcid.token('connects', ['/read-limited'], { id: 'APP-EXAMPLE000000002', secret: '' });
    expect((await read(other)).text).not.toContain('employment-summary');
  });
});
