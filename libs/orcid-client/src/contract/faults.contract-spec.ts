import { affiliationItem, type Affiliation, type PutCode } from '@ligature/orcid-model';
import { anEmployment } from '@ligature/orcid-model/testing';
import type { OrcidClient } from '../orcid-client.ts';
import type { RecordAccess } from '../record-access.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

const TIMEOUT_MS = 400;

/** Every fault of the sandbox that is not the caller's. */
const FAULTS = [
  ['the answer comes too late', { effect: 'latency', latencyMs: 5 * TIMEOUT_MS }, 'orcid-unavailable'],
  ['the proxy refuses for now', { effect: 'unavailable' }, 'rate-limited'],
  ['the proxy counts too many requests', { effect: 'too-many-requests' }, 'rate-limited'],
  ['the server fails', { effect: 'server-error' }, 'orcid-unavailable'],
  ['half of the answer comes', { effect: 'truncate' }, 'orcid-unavailable'],
  ['the connection breaks before', { effect: 'reset-before' }, 'orcid-unavailable'],
  ['the connection breaks after', { effect: 'reset-after' }, 'orcid-unavailable'],
] as const;

describe('when', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;
  let access: RecordAccess;
  let putCode: PutCode;
  const content = (role = 'Steward'): Affiliation => anEmployment({ role });

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
  });

  beforeEach(async () => {
    client = orcid.client({ timeoutMs: TIMEOUT_MS, tries: 2 });
    access = await orcid.access(await orcid.someone());
    putCode = await client.items.create(access, affiliationItem(content()));
  });

  afterEach(async () => {
    await orcid.noFaults();
    await client.close();
  });

  afterAll(() => orcid.stop());

  const read = () => client.items.read(access, 'employment', putCode);
  const onRecord = async () => (await orcid.admin<{ items: unknown[] }>('GET', `/record/${access.orcid}`)).items.length;

  describe.each(FAULTS)('%s', (_, fault, code) => {
    it('a reading is asked for again', async () => {
      const came = await orcid.fault({ ...fault, method: 'GET', times: 1 });
      expect((await read()).putCode).toBe(putCode);
      expect(await came()).toBe(2);
    });

    it('a replacement is sent again', async () => {
      const came = await orcid.fault({ ...fault, method: 'PUT', times: 1 });
      await client.items.replace(access, putCode, affiliationItem(content('Lecturer')));
      expect(await came()).toBe(2);
      expect((await read()).content.role).toBe('Lecturer');
    });

    it('a removal is sent again, and done, whether or not the first one did it', async () => {
      await orcid.fault({ ...fault, method: 'DELETE', times: 1 });
      await client.items.remove(access, 'employment', putCode);
      expect(await onRecord()).toBe(0);
    });

    it('a creation is sent once', async () => {
      const came = await orcid.fault({ ...fault, method: 'POST' });
      const created = client.items.create(access, affiliationItem(anEmployment({ kind: 'education' })));
      if (fault.effect === 'truncate') await expect(created).resolves.toMatch(/\d+/);
      else await expect(created).rejects.toMatchObject({ code });
      expect(await came()).toBe(1);
    });

    it('a creation that is to happen once happens once', async () => {
      await orcid.fault({ ...fault, method: 'POST', times: 1 });
      const education = anEmployment({ kind: 'education' });
      const made = await client.items.createOnce(access, affiliationItem(education), US.clientId);
      expect((await client.items.itemsIn(access, 'education')).map((one) => one.putCode)).toEqual([made]);
    });

    it('the caller gets the error when it goes on', async () => {
      const came = await orcid.fault({ ...fault, method: 'GET' });
      await expect(read()).rejects.toMatchObject({ code });
      expect(await came()).toBe(2);
    });
  });

  it('a token ends in mid-job, the next call says so, and none is sent again', async () => {
    const came = await orcid.fault({ effect: 'revoke-token', path: '/employment/', times: 1 });
    await expect(read()).rejects.toMatchObject({ code: 'access-revoked' });
    expect(await came()).toBe(1);
  });

  it('the clock jumps by years, a token that has ended is no longer accepted', async () => {
    await orcid.fault({ effect: 'advance-clock', advanceSeconds: 700_000_000, times: 1 });
    await expect(read()).rejects.toMatchObject({ code: 'access-revoked' });
    await orcid.admin('POST', '/clock', { advanceSeconds: -700_000_000 });
  });

  it('an item stands there already, it is taken as it is', async () => {
    expect(await client.items.createOnce(access, affiliationItem(content()), US.clientId)).toBe(putCode);
  });

  it('another wrote an item with our identifier, ours is written all the same', async () => {
    await orcid.fault({ effect: 'reset-before', method: 'POST', times: 1 });
    const made = await client.items.createOnce(access, affiliationItem(anEmployment({ kind: 'service' })), US.clientId);
    expect(made).not.toBe(putCode);
  });

  it('ORCID refuses an item for good, a creation that is to happen once says so at once', async () => {
    await orcid.revokeAsUser(access);
    const came = await orcid.fault({ effect: 'latency', latencyMs: 0, method: 'POST' });
    const education = anEmployment({ kind: 'education' });
    await expect(client.items.createOnce(access, affiliationItem(education), US.clientId)).rejects.toMatchObject({
      code: 'access-revoked',
    });
    expect(await came()).toBe(1);
    await expect(
      client.items.createOnce(access, affiliationItem({ ...education, externalIds: [] }), US.clientId),
    ).rejects.toBeInstanceOf(TypeError);
  });
});
