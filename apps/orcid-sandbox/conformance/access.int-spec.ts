import { affiliation, externalId, ids } from '../testing/bodies.ts';
import { at, type Reply, send } from '../testing/http-client.ts';
import { PUBLIC_CLIENT, REPOSITORY, UNIVERSITY } from '../testing/running.ts';
import { claims, expectError } from './testing/claims.ts';
import { type Session } from './testing/target.ts';

const SECURITY = 'S: OrcidSecurityManagerImpl.checkAndFilter';
const PROFILE = 'S: OrcidSecurityManagerImpl.checkProfile';
const LIMITED = ['/read-limited'];

/** An employment that the university wrote on somebody's record, by put-code. */
async function writtenFor(orcid: Session, person: string): Promise<{ iD: string; putCode: number }> {
  const iD = await orcid.running.orcid(person);
  const token = await orcid.running.token(person, ['/activities/update']);
  const body = affiliation({ 'external-ids': ids(externalId(`${person}-${Date.now()}-${Math.random()}`)) });
  const { headers } = await orcid.member(`${iD}/employment`, { method: 'POST', token, body });
  return { iD, putCode: Number(headers.get('location')?.split('/').at(-1)) };
}

function putCodes({ json }: Reply): unknown[] {
  return (at(json, 'affiliation-group') as unknown[]).map((group) =>
    at(group, 'summaries', 0, 'employment-summary', 'put-code'),
  );
}

claims('scopes', (claim) => {
  claim('a write without the scope is 403/9038, though its text begins with 409', 'reference 4.2', async (orcid) => {
    const token = await orcid.narrowed('/read-limited');
    const reply = await orcid.write('employment', affiliation(), { token });
    expectError(reply, 403, 9038);
    expect(at(reply.json, 'developer-message')).toMatch(/^409 Conflict/);
  });

  claim(
    'a token without a person reads public data of any record, and cannot write',
    'reference 4.2',
    async (orcid) => {
      const token = await orcid.clientToken('/read-public');
      expect((await orcid.read('person', { token })).status).toBe(200);
      expectError(await orcid.write('employment', affiliation(), { token }), 403, 9038);
    },
  );

  claim(
    '/activities/update does not read for trusted parties, but reads what is public',
    'reference 3',
    async (orcid) => {
      const token = await orcid.narrowed('/activities/update');
      expect((await orcid.read('employments', { token })).status).toBe(200);
    },
  );

  claim.local('a token of another record is 401/9017', 'S: isMyToken', async (orcid) => {
    const token = await orcid.running.token('denies');
    const reply = await orcid.read('person', { token });
    expectError(reply, 401, 9017);
    expect(at(reply.json, 'developer-message')).toContain('Access token is for a different record');
    expectError(await orcid.write('employment', affiliation(), { token }), 401, 9017);
  });

  claim.local('a public client has no business at the member API: 401/9017', 'S: checkClientType', async (orcid) => {
    const token = await orcid.running.token('connects', ['/authenticate'], PUBLIC_CLIENT);
    expectError(await orcid.read('person', { token }), 401, 9017);
  });
});

claims('visibility', (claim) => {
  claim('the visibility of a POST is ignored on a claimed record', 'reference 8', async (orcid) => {
    const putCode = await orcid.written('employment', affiliation({ visibility: 'private' }));
    const other = await orcid.written('employment', affiliation());
    const of = async (code: number) => at((await orcid.read(`employment/${code}`)).json, 'visibility');
    expect(await of(putCode)).toBe(await of(other));
  });

  claim(
    'a PUT may repeat the visibility, and not change it: 403/9035',
    'S: VisibilityMismatchException',
    async (orcid) => {
      const putCode = await orcid.written('employment', affiliation());
      const current = at((await orcid.read(`employment/${putCode}`)).json, 'visibility');
      const other = current === 'private' ? 'public' : 'private';
      expect((await orcid.put('employment', putCode, affiliation({ visibility: current }))).status).toBe(200);
      expectError(await orcid.put('employment', putCode, affiliation({ visibility: other })), 403, 9035);
    },
  );

  claim.local('a client sees what it wrote, private and without /read-limited', SECURITY, async (orcid) => {
    const { iD, putCode } = await writtenFor(orcid, 'nothing-public');
    const token = await orcid.running.token('nothing-public', ['/activities/update']);
    const reply = await orcid.member(`${iD}/employment/${putCode}`, { token });
    expect([reply.status, at(reply.json, 'visibility')]).toEqual([200, 'private']);
    const list = await orcid.member(`${iD}/employments`, { token });
    expect(putCodes(list)).toContain(putCode);
  });

  claim.local('what another wrote in private is left out of lists, and 403/9013 by itself', SECURITY, async (orcid) => {
    const { iD, putCode } = await writtenFor(orcid, 'nothing-public');
    const token = await orcid.running.token('nothing-public', LIMITED, REPOSITORY);
    expectError(await orcid.member(`${iD}/employment/${putCode}`, { token }), 403, 9013);
    const list = await orcid.member(`${iD}/employments`, { token });
    expect(putCodes(list)).not.toContain(putCode);
  });

  claim.local('trusted parties need /read-limited: 403/9038 without it', SECURITY, async (orcid) => {
    const { iD, putCode } = await writtenFor(orcid, 'trusted-parties-only');
    const trusted = await orcid.running.token('trusted-parties-only', LIMITED, REPOSITORY);
    const public_ = await orcid.running.token('trusted-parties-only', ['/authenticate'], REPOSITORY);
    expect((await orcid.member(`${iD}/employment/${putCode}`, { token: trusted })).status).toBe(200);
    expectError(await orcid.member(`${iD}/employment/${putCode}`, { token: public_ }), 403, 9038);
  });

  claim.local('a hidden name is null for others', SECURITY, async (orcid) => {
    const iD = await orcid.running.orcid('private-name');
    const token = await orcid.running.token('private-name', LIMITED);
    expect(at((await orcid.member(`${iD}/person`, { token })).json, 'name')).toBeNull();
  });

  claim.local(
    'the public API shows only what is public, and needs no token',
    'S: PublicAPISecurityManagerV3',
    async (orcid) => {
      const { iD, putCode } = await writtenFor(orcid, 'nothing-public');
      const shown = await send(`${orcid.target.pub}/v3.0/${iD}/employments`);
      expect(putCodes(shown)).not.toContain(putCode);
      expectError(await send(`${orcid.target.pub}/v3.0/${iD}/employment/${putCode}`), 403, 9039);
    },
  );

  claim('the public API cannot be written to', 'reference 6', async (orcid) => {
    const reply = await send(`${orcid.target.pub}/v3.0/${orcid.orcid}/employment`, {
      method: 'POST',
      body: affiliation(),
    });
    expect([404, 405]).toContain(reply.status);
  });
});

claims('a token that the person took back', (claim) => {
  claim.local('may delete own items and do nothing else', 'T: test_revoked_token.py', async (orcid) => {
    const iD = await orcid.running.orcid('revokes-later');
    const { putCode } = await writtenFor(orcid, 'revokes-later');
    const token = await orcid.running.token('revokes-later');
    await orcid.running.admin('POST', '/revoke-as-user', { orcid: iD, clientId: UNIVERSITY.id });
    const path = `${iD}/employment/${putCode}`;
    for (const [method, body] of [['GET'], ['PUT', affiliation()]] as const) {
      const reply = await orcid.member(path, { method, token, ...(body === undefined ? {} : { body }) });
      expect([reply.status, at(reply.json, 'error')]).toEqual([401, 'invalid_token']);
    }
    expect((await orcid.member(path, { method: 'DELETE', token })).status).toBe(204);
  });

  claim.local('still may not delete what is not its own', 'reference 4.3', async (orcid) => {
    const iD = await orcid.running.orcid('revokes-later');
    const { putCode } = await writtenFor(orcid, 'revokes-later');
    const token = await orcid.running.token('revokes-later', ['/activities/update'], REPOSITORY);
    await orcid.running.admin('POST', '/revoke-as-user', { orcid: iD, clientId: REPOSITORY.id });
    expectError(await orcid.member(`${iD}/employment/${putCode}`, { method: 'DELETE', token }), 403, 9010);
  });

  claim.local('is dead for DELETE when ORCID or the account ended it', 'reference 4.3', async (orcid) => {
    const added = await orcid.running.admin('POST', '/people', { key: `closing-${Date.now()}`, givenNames: 'Cleo' });
    const iD = String(at(added.json, 'orcid'));
    const token = await orcid.running.token(iD);
    await orcid.running.admin('PATCH', `/people/${iD}`, { state: 'deactivated' });
    const reply = await orcid.member(`${iD}/employment/1`, { method: 'DELETE', token });
    expect([reply.status, at(reply.json, 'error')]).toEqual([401, 'invalid_token']);
  });
});

claims('states of a record', (claim) => {
  claim.local(
    'a merged record sends readers on with 301/9007, and refuses the rest with 409',
    PROFILE,
    async (orcid) => {
      const iD = await orcid.running.orcid('merged-into');
      const token = await orcid.running.token('merged-into');
      const read = await orcid.member(`${iD}/employments`, { token });
      expectError(read, 301, 9007);
      expect(read.headers.get('location')).toBe(`${orcid.target.api}/v3.0/${orcid.orcid}/employments`);
      expect(at(read.json, 'user-message')).toContain(`${orcid.target.site}/${orcid.orcid}`);
      const written = await orcid.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
      expectError(written, 409, 9007);
      expect(written.headers.get('location')).toBe(`${orcid.target.api}/v3.0/${orcid.orcid}/employment`);
    },
  );

  for (const [person, code] of [
    ['locked', 9018],
    ['deactivated', 9044],
  ] as const) {
    claim.local(`a ${person} record is 409/${code} for everything`, PROFILE, async (orcid) => {
      const iD = await orcid.running.orcid(person);
      const token = await orcid.running.token(person);
      expectError(await orcid.member(`${iD}/record`, { token }), 409, code);
      expectError(await orcid.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() }), 409, code);
      expectError(await send(`${orcid.target.pub}/v3.0/${iD}`), 409, code);
    });
  }

  claim.local('the state is looked at before the owner of the token', 'reference 7.1', async (orcid) => {
    expectError(await orcid.member(`${await orcid.running.orcid('locked')}/record`), 409, 9018);
  });

  claim.local('an unclaimed record is 409/9036 for all but its creator, for ten days', PROFILE, async (orcid) => {
    const iD = await orcid.running.orcid('unclaimed');
    const creator = await orcid.running.token(undefined, ['/read-public'], UNIVERSITY);
    const other = await orcid.running.token(undefined, ['/read-public'], REPOSITORY);
    expect((await orcid.member(`${iD}/person`, { token: creator })).status).toBe(200);
    expectError(await orcid.member(`${iD}/person`, { token: other }), 409, 9036);
    await orcid.running.admin('POST', '/clock', { advanceSeconds: 11 * 86_400 });
    expect((await orcid.member(`${iD}/person`, { token: other })).status).toBe(200);
  });
});
