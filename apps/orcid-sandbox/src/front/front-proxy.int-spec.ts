import { at, send } from '../../testing/http-client.ts';
import { Running } from '../../testing/running.ts';

describe('the proxy in front of the two APIs', () => {
  let orcid: Running | undefined;
  afterEach(() => orcid?.stop());

  it('answers a call too many with 503 in HTML, even before it looks at the token', async () => {
    orcid = await Running.start({ rateLimits: { member: { perSecond: 0.001, burst: 0 } } });
    await orcid.member('status');
    const reply = await orcid.member('status');
    expect([reply.status, reply.headers.get('content-type'), reply.headers.get('retry-after')]).toEqual([
      503,
      'text/html',
      null,
    ]);
    expect(reply.text).toContain('503 Service Temporarily Unavailable');
  });

  it('slows a burst down instead of refusing it', async () => {
    orcid = await Running.start({ rateLimits: { member: { perSecond: 1000, burst: 40 } } });
    const { api } = orcid;
    const replies = await Promise.all(Array.from({ length: 30 }, () => send(`${api}/v3.0/status`)));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
  });

  it('tells anonymous readers beyond the daily quota so in plain text', async () => {
    orcid = await Running.start({ rateLimits: { anonymousDailyQuota: 1 } });
    const url = `${orcid.pub}/v3.0/${await orcid.orcid('connects')}/person`;
    expect((await send(url)).status).toBe(200);
    const reply = await send(url);
    expect([reply.status, reply.headers.get('content-type')]).toEqual([429, 'text/plain;charset=UTF-8']);
    expect(reply.text).toMatch(/^Too Many Requests\./);
  });

  it('lets pages of any origin read the public API, and no page the member API', async () => {
    orcid = await Running.start();
    const [pub, api] = [await send(`${orcid.pub}/v3.0/status`), await send(`${orcid.api}/v3.0/status`)];
    expect(pub.headers.get('access-control-allow-origin')).toBe('*');
    expect(api.headers.get('access-control-allow-origin')).toBeNull();
  });

  it('refuses plain http where the public address is https', async () => {
    const baseUrls = { site: 'https://orcid.test', api: 'https://api.orcid.test', pub: 'https://pub.orcid.test' };
    orcid = await Running.start({ baseUrls, trustProxy: true });
    const listener = `http://127.0.0.1:${orcid.simulator.port}/v3.0/status`;
    const forwarded = { 'x-forwarded-host': 'api.orcid.test', 'x-forwarded-proto': 'http' };
    const plain = await send(listener, { headers: forwarded });
    expect([plain.status, plain.text]).toEqual([
      400,
      expect.stringContaining('This API Version only allows HTTPS calls.'),
    ]);
    const safe = await send(listener, { headers: { ...forwarded, 'x-forwarded-proto': 'https' } });
    expect([safe.status, at(safe.json, 'tomcatUp')]).toEqual([200, true]);
  });
});
