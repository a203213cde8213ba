import { request as rawRequest } from 'node:http';
import { once } from 'node:events';
import { type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { affiliation } from '../../testing/bodies.ts';
import { at, send } from '../../testing/http-client.ts';
import { Running, UNIVERSITY } from '../../testing/running.ts';

const SANDBOX = {
  site: 'https://sandbox.orcid.org',
  api: 'https://api.sandbox.orcid.org',
  pub: 'https://pub.sandbox.orcid.org',
};

interface RawReply {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly json: unknown;
}

/** As a TLS proxy passes a call on: to our port, under the public name. */
async function sendTo(orcid: Running, url: string, options: { method?: string; token?: string; body?: string } = {}) {
  const { host, pathname, search } = new URL(url);
  const { method = 'GET', token, body } = options;
  const isForm = token === undefined;
  const headers = {
    host,
    accept: 'application/json',
    ...(isForm ? {} : { authorization: `Bearer ${token}` }),
    ...(body === undefined
      ? {}
      : { 'content-type': isForm ? 'application/x-www-form-urlencoded' : 'application/json' }),
  };
  const { port } = orcid.simulator;
  const call = rawRequest({ host: '127.0.0.1', port, path: pathname + search, method, headers, agent: false });
  call.end(body);
  const [reply] = (await once(call, 'response')) as [IncomingMessage];
  return readReply(reply);
}

async function readReply(reply: IncomingMessage): Promise<RawReply> {
  const content = await text(reply);
  const names = reply.rawHeaders.filter((_, index) => index % 2 === 0);
  const headers = Object.fromEntries(names.map((name, index) => [name, reply.rawHeaders[index * 2 + 1] ?? '']));
  return {
    status: reply.statusCode,
    headers,
    json: content.startsWith('{') ? (JSON.parse(content) as unknown) : content,
  };
}

describe('public addresses from the settings', () => {
  let orcid: Running;
  let iD: string;
  beforeAll(async () => {
    orcid = await Running.start({ baseUrls: SANDBOX });
    const people = await sendTo(orcid, `${SANDBOX.site}/__admin/people/`);
    const [first] = JSON.parse(String(people.json)) as { orcid: string }[];
    iD = first?.orcid ?? '';
  });
  afterAll(() => orcid.stop());

  async function token(host: string, form: Record<string, string>): Promise<RawReply> {
    const body = new URLSearchParams({ ...form, client_id: UNIVERSITY.id, client_secret: UNIVERSITY.secret });
    return sendTo(orcid, `${host}/oauth/token`, { method: 'POST', body: body.toString() });
  }

  it('are announced at start', () => {
    expect(orcid.simulator.addresses).toEqual(SANDBOX);
  });

  it('are what OpenID discovery tells', async () => {
    const { json } = await sendTo(orcid, `${SANDBOX.site}/.well-known/openid-configuration`);
    expect([at(json, 'issuer'), at(json, 'jwks_uri')]).toEqual([SANDBOX.site, `${SANDBOX.site}/oauth/jwks`]);
  });

  it('give tokens at the site and at both APIs', async () => {
    for (const host of Object.values(SANDBOX)) {
      const reply = await token(host, { grant_type: 'client_credentials', scope: '/read-public' });
      expect([host, reply.status]).toEqual([host, 200]);
    }
  });

  it('are inside of answers and Location, whatever the port', async () => {
    const reply = await token(SANDBOX.site, { grant_type: 'client_credentials', scope: '/read-public' });
    const record = await sendTo(orcid, `${SANDBOX.pub}/v3.0/${iD}`, { token: String(at(reply.json, 'access_token')) });
    expect(at(record.json, 'orcid-identifier')).toEqual({
      uri: `${SANDBOX.site}/${iD}`,
      path: iD,
      host: 'sandbox.orcid.org',
    });
    const issued = await send(`http://127.0.0.1:${orcid.simulator.port}/__admin/tokens`, {
      method: 'POST',
      body: { clientId: UNIVERSITY.id, person: iD, scopes: ['/activities/update'] },
    });
    const posted = await sendTo(orcid, `${SANDBOX.api}/v3.0/${iD}/employment`, {
      method: 'POST',
      token: String(at(issued.json, 'access_token')),
      body: JSON.stringify(affiliation()),
    });
    expect(posted.headers['Location']).toMatch(new RegExp(`^${SANDBOX.api}/v3.0/${iD}/employment/\\d+$`));
  });

  it('come with header names as ORCID writes them', async () => {
    const { headers } = await sendTo(orcid, `${SANDBOX.pub}/v3.0/status`);
    expect(Object.keys(headers)).toEqual(expect.arrayContaining(['Content-Type', 'Access-Control-Allow-Origin']));
  });
});

describe('public addresses from a proxy', () => {
  const FORWARDED = { 'x-forwarded-host': 'orcid.example.org', 'x-forwarded-proto': 'https' };

  it.each([
    [true, 'https://orcid.example.org'],
    [false, undefined],
  ])('count when trusted (%s)', async (trustProxy, expected) => {
    const orcid = await Running.start({ trustProxy });
    const { json } = await send(`${orcid.site}/.well-known/openid-configuration`, { headers: FORWARDED });
    expect(at(json, 'issuer')).toBe(expected ?? orcid.site);
    await orcid.stop();
  });
});
