import { affiliation } from '../testing/bodies.ts';
import { at, send } from '../testing/http-client.ts';
import { claims } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

const FILTER = 'S: OrcidBearerTokenFilter.validateTokenData';
const CLIENT = 'S: HttpRequestUtils.doPost';

/** Runs `check` while a fault is on, and ends it whatever comes of it. */
async function during(orcid: Session, fault: object, check: () => Promise<void>): Promise<void> {
  await orcid.running.admin('POST', '/faults', fault);
  try {
    await check();
  } finally {
    await orcid.running.admin('DELETE', '/faults');
  }
}

claims('An authorization server that is down', (claim) => {
  claim.local('and answers with an error makes every token a 401 with a text of its own', FILTER, async (orcid) => {
    await during(orcid, { effect: 'authorization-server-error' }, async () => {
      const { status, json, headers } = await orcid.read('employments', { accept: 'application/xml' });
      expect([status, at(json, 'error')]).toEqual([401, 'invalid_token']);
      expect(at(json, 'error_description')).toContain('Unable to obtain information from the authorization server');
      expect(headers.get('content-type')).toBe('application/json;charset=UTF-8');
    });
    expect((await orcid.read('employments')).status).toBe(200);
  });

  claim.local('and does not answer reads exactly like a revocation', FILTER, async (orcid) => {
    const { orcid: iD } = orcid;
    const revoked = await orcid.running.token('denies');
    await orcid.running.admin('POST', '/revoke-as-user', {
      orcid: await orcid.running.orcid('denies'),
      clientId: orcid.target.client.id,
    });
    const refused = await orcid.member(`${iD}/works`, { token: revoked });
    await during(orcid, { effect: 'authorization-server-unreachable' }, async () => {
      const down = await orcid.read('works');
      expect(down.status).toBe(refused.status);
      expect(down.text).toBe(refused.text.replace(revoked, orcid.target.accessToken));
    });
  });

  claim.local('leaves no exception for DELETE with a token that the person took back', FILTER, async (orcid) => {
    const token = await orcid.running.token('revokes-later');
    const iD = await orcid.running.orcid('revokes-later');
    const created = await orcid.member(`${iD}/keywords`, { method: 'POST', token, body: { content: 'outage' } });
    await orcid.running.admin('POST', '/revoke-as-user', { orcid: iD, clientId: orcid.target.client.id });
    const location = created.headers.get('location') ?? '';
    await during(orcid, { effect: 'authorization-server-unreachable' }, async () => {
      expect((await send(location, { method: 'DELETE', token })).status).toBe(401);
    });
    expect((await send(location, { method: 'DELETE', token })).status).toBe(204);
  });

  claim.local('is noticed by readers of the public API only if they send a token', FILTER, async (orcid) => {
    await during(orcid, { effect: 'authorization-server-error' }, async () => {
      const url = `${orcid.target.pub}/v3.0/${orcid.orcid}/person`;
      expect((await send(url)).status).toBe(200);
      expect((await send(url, { token: orcid.target.accessToken })).status).toBe(401);
      expect((await send(`${orcid.target.api}/v3.0/status`)).status).toBe(200);
    });
  });

  claim.local('and slow makes the call slow, not wrong', CLIENT, async (orcid) => {
    await during(orcid, { effect: 'authorization-server-slow', latencyMs: 150 }, async () => {
      const begun = performance.now();
      expect((await orcid.read('works')).status).toBe(200);
      expect(performance.now() - begun).toBeGreaterThanOrEqual(149);
    });
  });
});

claims('A replica that is behind', (claim) => {
  claim.local('hides what was just written from reads, never from writes', 'S: manager/v3/read_only', async (orcid) => {
    const { running } = orcid;
    await running.admin('POST', '/clock', { stopped: true });
    await during(orcid, { effect: 'replica-lag', lagSeconds: 30 }, async () => {
      const putCode = await orcid.written('education', affiliation());
      expect((await orcid.read('educations')).text).not.toContain(`"put-code":${putCode}`);
      expect((await orcid.read(`education/${putCode}`)).status).toBe(404);
      expect((await orcid.put('education', putCode, affiliation({ 'role-title': 'PhD' }))).status).toBe(200);
      await running.admin('POST', '/clock', { advanceSeconds: 31 });
      expect((await orcid.read('educations')).text).toContain('"role-title":"PhD"');
    });
    await running.admin('POST', '/clock', { stopped: false });
  });
});
