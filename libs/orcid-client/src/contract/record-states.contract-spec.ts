import { anOrcidId } from '@ligature/orcid-model/testing';
import type { OrcidClient } from '../orcid-client.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

describe('the state of a record', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
    client = orcid.client({ tries: 1 });
  });

  afterEach(() => orcid.noFaults());

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  it.each([
    ['open', {}],
    ['locked', { state: 'locked' }],
    ['locked', { state: 'unclaimed' }],
    ['deactivated', { state: 'deactivated' }],
  ])('is %s when the record is %j', async (kind, change) => {
    const person = await orcid.someone();
    const id = await orcid.orcid(person);
    if ('state' in change) await orcid.change(person, change);
    expect(await client.recordStates.stateOf(US, id)).toEqual({ kind });
  });

  it('is merged, with the iD of the other record', async () => {
    const [merged, newId] = [await orcid.orcid('merged'), await orcid.orcid('primary')];
    expect(await client.recordStates.stateOf(US, merged)).toEqual({ kind: 'merged', newId });
  });

  it('is not found where ORCID has no such iD', async () => {
    expect(await client.recordStates.stateOf(US, anOrcidId(4711))).toEqual({ kind: 'not-found' });
  });

  it('is known after the owner took the permission back, which their own token cannot tell', async () => {
    const access = await orcid.access(await orcid.someone());
    await orcid.revokeAsUser(access);
    await expect(client.items.itemsOf(access)).rejects.toMatchObject({ code: 'access-revoked' });
    expect(await client.recordStates.stateOf(US, access.orcid)).toEqual({ kind: 'open' });
  });

  it.each([
    ['answers as a broken server', { effect: 'server-error' }],
    ['breaks the connection', { effect: 'reset-before' }],
    ['sends a proxy’s page', { effect: 'unavailable' }],
    ['gives half of an answer', { effect: 'truncate' }],
  ])('is nothing that anybody knows while ORCID %s', async (_, fault) => {
    const id = await orcid.orcid(await orcid.someone());
    await orcid.fault({ ...fault, path: '/address' });
    const code = fault.effect === 'unavailable' ? 'rate-limited' : 'orcid-unavailable';
    await expect(client.recordStates.stateOf(US, id)).rejects.toMatchObject({ code });
  });

  it('costs one call once the client has its token', async () => {
    const id = await orcid.orcid(await orcid.someone());
    await client.recordStates.stateOf(US, id);
    await orcid.calls();
    await client.recordStates.stateOf(US, id);
    expect(await orcid.calls()).toMatchObject([{ method: 'GET', status: 200 }]);
  });
});
