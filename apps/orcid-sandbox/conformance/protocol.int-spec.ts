import { affiliation, organization } from '../testing/bodies.ts';
import { at, send } from '../testing/http-client.ts';
import { claims, expectError } from './testing/claims.ts';

const FILTER = 'S: OrcidBearerTokenFilter, OAuthErrorResponseHelper';
const ACCEPT = 'S: AcceptFilter';

claims('the token gate', (claim) => {
  claim('no token is 403 in the shape of OAuth', FILTER, async (orcid) => {
    const reply = await send(`${orcid.target.api}/v3.0/${orcid.orcid}/record`);
    expect(reply.status).toBe(403);
    expect(reply.json).toEqual({
      error: 'forbidden',
      error_description: 'Forbidden: The server understood the request but refuses to authorize it.',
    });
  });

  claim('an unknown token is 401 and is repeated in the description', FILTER, async (orcid) => {
    const reply = await orcid.read('record', { token: '00000000-0000-4000-8000-000000000000' });
    expect(reply.status).toBe(401);
    expect(reply.json).toEqual({
      error: 'invalid_token',
      error_description: 'Invalid access token: 00000000-0000-4000-8000-000000000000',
    });
  });

  claim('its answers are JSON whatever Accept says, without WWW-Authenticate', FILTER, async (orcid) => {
    const reply = await orcid.read('record', { token: 'wrong', accept: 'application/xml' });
    expect(reply.headers.get('content-type')).toBe('application/json;charset=UTF-8');
    expect(reply.headers.get('www-authenticate')).toBeNull();
  });

  claim('it comes before the record, so an unknown iD with a wrong token is 401', 'reference 7.1', async (orcid) => {
    expect((await orcid.member('0000-0000-0000-0000', { token: 'wrong' })).status).toBe(401);
  });

  claim('an unknown iD is 404/9016, and no check digit is tested', 'S: checkProfile', async (orcid) => {
    expectError(await orcid.member('0000-0000-0000-0000'), 404, 9016);
    expectError(await orcid.member('not-an-id'), 404, 9016);
  });

  claim('the token may be given as a query parameter', 'reference 4', async (orcid) => {
    const { api, accessToken } = orcid.target;
    const reply = await send(`${api}/v3.0/${orcid.orcid}/person?access_token=${accessToken}`);
    expect(reply.status).toBe(200);
  });
});

claims('formats', (claim) => {
  claim('without Accept the answer is XML', ACCEPT, async (orcid) => {
    const reply = await orcid.read('person', { accept: '*/*' });
    expect(reply.headers.get('content-type')).toMatch(/^application\/vnd\.orcid\+xml/);
    expect(reply.text).toContain('<person:person');
  });

  claim('with the bare wildcard the Content-Type of the request counts', ACCEPT, async (orcid) => {
    const reply = await orcid.read('person', {
      accept: '*/*',
      headers: { 'content-type': 'application/vnd.orcid+json' },
    });
    expect(reply.headers.get('content-type')).toMatch(/^application\/vnd\.orcid\+json/);
  });

  for (const type of ['application/vnd.orcid+json', 'application/orcid+json', 'application/json'] as const) {
    claim(`${type} is answered as itself`, 'S: MemberV3ApiServiceImplV3_0, @Produces', async (orcid) => {
      const reply = await orcid.read('keywords', { accept: type });
      expect(reply.headers.get('content-type')?.split(';')[0]).toBe(type);
    });
  }

  for (const type of ['application/vnd.orcid+xml', 'application/orcid+xml', 'application/xml'] as const) {
    claim(`${type} is answered as itself`, 'S: MemberV3ApiServiceImplV3_0, @Produces', async (orcid) => {
      const reply = await orcid.read('keywords', { accept: type });
      expect(reply.headers.get('content-type')?.split(';')[0]).toBe(type);
      expect(reply.text).toMatch(/^<\?xml/);
    });
  }

  claim('application/json is compact, the orcid types are pretty', 'reference 5.1', async (orcid) => {
    const compact = await orcid.read('keywords', { accept: 'application/json' });
    const pretty = await orcid.read('keywords', { accept: 'application/orcid+json' });
    expect(compact.text).not.toContain('\n');
    expect(pretty.text).toContain('"path" : "/');
    expect(pretty.json).toEqual(compact.json);
  });

  claim('what axios sends is answered in JSON', 'JAX-RS 2.1, 3.8', async (orcid) => {
    const reply = await orcid.read('keywords', { accept: 'application/json, text/plain, */*' });
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
  });

  claim('the higher q wins', 'JAX-RS 2.1, 3.8', async (orcid) => {
    const reply = await orcid.read('keywords', { accept: 'application/xml;q=0.5, application/json;q=0.9' });
    expect(reply.headers.get('content-type')).toMatch(/^application\/json/);
  });

  claim('an Accept that fits nothing is 406', 'reference 5.1', async (orcid) => {
    expect((await orcid.read('person', { accept: 'text/plain' })).status).toBe(406);
  });

  claim('a Content-Type that is not one of the six is 415', 'reference 5.1', async (orcid) => {
    expectError(await orcid.write('employment', 'x', { type: 'text/plain' }), 415, 9001);
  });

  claim('a method that the path does not have is 405', 'reference 5.1', async (orcid) => {
    expectError(await orcid.member(`${orcid.orcid}/person`, { method: 'POST', body: {} }), 405, 9001);
  });

  claim('HEAD is GET without a body', 'JAX-RS 2.1, 3.3.5', async (orcid) => {
    const [head, get] = [await orcid.read('keywords', { method: 'HEAD' }), await orcid.read('keywords')];
    expect([head.status, head.text]).toEqual([200, '']);
    expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'));
  });

  claim('an unknown path is 404/9001', 'reference 5.1', async (orcid) => {
    expectError(await orcid.read('hobbies'), 404, 9001);
  });

  claim('an error in XML has the same five parts in the namespace of errors', 'M: error-3.0.xsd', async (orcid) => {
    const reply = await orcid.read('employment/999999999', { accept: 'application/xml' });
    expect(reply.status).toBe(404);
    expect(reply.text).toContain('<error xmlns="http://www.orcid.org/ns/error">');
    expect(reply.text).toContain('<response-code>404</response-code>');
    expect(reply.text).toContain('<error-code>9016</error-code>');
  });

  claim('an error in JSON has its five keys in order', 'reference 11.1', async (orcid) => {
    const { json } = await orcid.read('employment/999999999');
    expect(Object.keys(json as object)).toEqual([
      'response-code',
      'developer-message',
      'user-message',
      'error-code',
      'more-info',
    ]);
  });
});

claims('versions in the path', (claim) => {
  claim('a GET without a version is led to v3.0', 'S: DefaultApiVersionFilter', async (orcid) => {
    const reply = await send(`${orcid.target.api}/${orcid.orcid}/person`, { token: orcid.target.accessToken });
    expect(reply.status).toBe(302);
    expect(reply.headers.get('location')).toBe(`${orcid.target.api}/v3.0/${orcid.orcid}/person`);
  });

  claim('anything else without a version is 400', 'S: DefaultApiVersionFilter', async (orcid) => {
    const reply = await send(`${orcid.target.api}/${orcid.orcid}/employment`, {
      method: 'POST',
      token: orcid.target.accessToken,
      body: affiliation(),
    });
    expect(reply.status).toBe(400);
    expect(at(reply.json, 'developer-message')).toContain('Please specify the API Version you want to');
  });

  claim('a release candidate is 308/9056 and leads to its release', 'T: test_rc_api_filters.py', async (orcid) => {
    const reply = await send(`${orcid.target.api}/v3.0_rc1/${orcid.orcid}/works`, { token: orcid.target.accessToken });
    expectError(reply, 308, 9056);
    expect(reply.headers.get('location')).toBe(`${orcid.target.api}/v3.0/${orcid.orcid}/works`);
    expect(at(reply.json, 'developer-message')).toBe(
      'Release candidates for V3.0 are now disabled, your request will be redirected to the corresponding V3.0 end point',
    );
  });
});

claims('pages in browsers', (claim) => {
  const CORS = 'S: CorsFilter';

  claim('the public API answers a preflight, without a token', CORS, async (orcid) => {
    const headers = { origin: 'https://page.example', 'access-control-request-method': 'GET' };
    const reply = await send(`${orcid.target.pub}/v3.0/${orcid.orcid}/record`, { method: 'OPTIONS', headers });
    expect(reply.status).toBe(200);
    expect(reply.text).toBe('');
    expect(reply.headers.get('access-control-allow-origin')).toBe('*');
    expect(reply.headers.get('access-control-allow-methods')).toBe('GET, POST, PUT, DELETE');
  });

  claim('Authorization is not among the headers a page may send', CORS, async (orcid) => {
    const headers = { origin: 'https://page.example', 'access-control-request-method': 'GET' };
    const reply = await send(`${orcid.target.pub}/v3.0/${orcid.orcid}/record`, { method: 'OPTIONS', headers });
    expect(reply.headers.get('access-control-allow-headers')).toBe('X-Requested-With,Origin,Content-Type, Accept');
  });

  claim('OPTIONS names the methods of a path, and is no preflight by itself', 'JAX-RS 3.3.5', async (orcid) => {
    const reply = await send(`${orcid.target.pub}/v3.0/${orcid.orcid}/record`, { method: 'OPTIONS' });
    expect(reply.status).toBe(200);
    expect(reply.headers.get('allow')?.split(',').toSorted()).toEqual(['GET', 'HEAD', 'OPTIONS']);
    expect(reply.headers.get('access-control-allow-methods')).toBeNull();
  });

  claim('the member API is closed to pages', CORS, async (orcid) => {
    const headers = { origin: 'https://page.example', 'access-control-request-method': 'GET' };
    const reply = await send(`${orcid.target.api}/v3.0/${orcid.orcid}/record`, { method: 'OPTIONS', headers });
    expect(reply.status).toBe(403);
    expect(reply.headers.get('access-control-allow-origin')).toBeNull();
  });
});

claims('JSON as it comes in', (claim) => {
  claim('text that is not JSON is 400/9001', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('employment', '{"organization":'), 400, 9001);
  });

  claim('an unknown property is 400/9047', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ salary: 1 })), 400, 9047);
  });

  claim('a property of the wrong shape is 400/9047', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ organization: 'Caltech' })), 400, 9047);
  });

  claim('an unknown visibility is 400/9047', 'reference 5.2', async (orcid) => {
    expectError(await orcid.write('employment', affiliation({ visibility: 'secret' })), 400, 9047);
  });

  claim('one object may stand for a list', 'reference 5.2', async (orcid) => {
    const body = affiliation({
      'external-ids': {
        'external-id': {
          'external-id-type': 'other-id',
          'external-id-value': 'lonely',
          'external-id-relationship': 'self',
        },
      },
    });
    expect((await orcid.write('employment', body)).status).toBe(201);
  });

  claim('a url may be a bare string', 'reference 5.2', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ url: 'https://example.org/a' }));
    expect(at((await orcid.read(`employment/${putCode}`)).json, 'url', 'value')).toBe('https://example.org/a');
  });

  claim('a null is as good as nothing', 'reference 9.1', async (orcid) => {
    expect((await orcid.write('employment', affiliation({ 'role-title': null, url: null }))).status).toBe(201);
  });

  claim('source, dates and path in the body are ignored', 'reference 8', async (orcid) => {
    const body = affiliation({
      source: { 'source-name': { value: 'Somebody else' } },
      'created-date': { value: 1 },
      path: '/nowhere',
    });
    const putCode = await orcid.written('employment', body);
    const { json } = await orcid.read(`employment/${putCode}`);
    expect(at(json, 'created-date', 'value')).not.toBe(1);
    expect(at(json, 'path')).toBe(`/${orcid.orcid}/employment/${putCode}`);
    expect(at(json, 'source', 'source-client-id', 'path')).toBe(orcid.target.client.id);
  });

  claim('the body is read before the token is compared with the record', 'JAX-RS: entity parameters', async (orcid) => {
    const token = await orcid.clientToken('/read-public');
    expectError(await orcid.write('employment', '{', { token }), 400, 9001);
  });

  claim('letters of every alphabet come back as they went', 'reference 9.1', async (orcid) => {
    const name = 'Þórðr – 東京 – مرحبا – 🙂 & <b>';
    const putCode = await orcid.written(
      'employment',
      affiliation({ 'role-title': name, organization: organization() }),
    );
    expect(at((await orcid.read(`employment/${putCode}`)).json, 'role-title')).toBe(name);
    const xml = await orcid.read(`employment/${putCode}`, { accept: 'application/xml' });
    expect(xml.text).toContain('🙂 &amp; &lt;b&gt;');
  });
});
