import { inspect } from 'node:util';
import { type Affiliation, Secret } from '@ligature/orcid-model';
import { aFunding, anEmployment, anOrcidId, anOrganization, aWork } from '@ligature/orcid-model/testing';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import type { OrcidClient } from '../orcid-client.ts';
import { type RecordAccess, withdrawn } from '../record-access.ts';
import { REACTIONS } from '../testing/reactions.ts';
import { OTHERS, SandboxProcess } from '../testing/sandbox-process.ts';

const employment = (value: string): Affiliation =>
  anEmployment({ externalIds: [{ type: 'source-work-id', value, relationship: 'self' }] });

describe('ORCID says', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
    client = orcid.client();
  });

  afterEach(() => orcid.noFaults());

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  const someone = async () => orcid.access(await orcid.someone());
  const list = (access: RecordAccess) => client.affiliations.list(access, 'employment');

  it.each([
    ['that it knows no such record', () => ({ orcid: anOrcidId(4711) }), 'record-not-found', 9016],
    ['that the token is for another record', async () => ({ orcid: await orcid.orcid('ada') }), 'client-refused', 9017],
    [
      'that it knows no such token',
      () => ({ token: new Secret('access-token', 'n0-such-token') }),
      'access-revoked',
      'invalid_token',
    ],
  ])('%s', async (_, change, code, reason) => {
    const access = { ...(await someone()), ...(await change()) };
    const error: unknown = await list(access).catch((one: unknown) => one);
    const path = `/v3.0/${access.orcid}/employments`;
    expect(error).toMatchObject({ code, answer: { reason: String(reason), path } });
    expect(inspect(error, { depth: 9, showHidden: true })).not.toContain(access.token.reveal());
  });

  it.each(REACTIONS)('%i with status %i, which is told as %s', async (error, status, code) => {
    const access = await someone();
    await orcid.fault({ effect: 'refuse', error, path: '/employments' });
    await expect(list(access)).rejects.toMatchObject({ code, answer: { status, reason: String(error) } });
  });

  it.each([
    ['locked', { state: 'locked' }, 'record-locked', 9018],
    ['not claimed', { state: 'unclaimed' }, 'record-locked', 9036],
  ])('that a record is %s, to readers and writers alike', async (_, change, code, reason) => {
    const person = await orcid.someone();
    const access = await orcid.access(person, undefined, OTHERS);
    await orcid.change(person, change);
    const expected = { code, answer: { status: 409, reason: String(reason) } };
    await expect(list(access)).rejects.toMatchObject(expected);
    await expect(client.affiliations.create(access, employment('1'))).rejects.toMatchObject(expected);
  });

  it('that a record is deactivated: by a client’s token, since its owner’s tokens end with it', async () => {
    const person = await orcid.someone();
    const access = await orcid.access(person);
    await orcid.change(person, { state: 'deactivated' });
    await expect(list(access)).rejects.toMatchObject({ code: 'access-revoked' });
    const own = await orcid.admin<{ access_token: string }>('POST', '/tokens', {
      clientId: OTHERS.clientId,
      scopes: ['/read-public'],
    });
    const publicly = { ...access, token: new Secret('access-token', own.access_token) };
    await expect(list(publicly)).rejects.toMatchObject({ code: 'record-deactivated' });
  });

  it('which iD a record was merged into, and is not followed there', async () => {
    const access = await orcid.access('merged');
    const newId = await orcid.orcid('primary');
    await orcid.calls();
    await expect(list(access)).rejects.toMatchObject({ code: 'record-deprecated', newId, answer: { status: 301 } });
    await expect(client.affiliations.create(access, employment('1'))).rejects.toMatchObject({
      code: 'record-deprecated',
      newId,
      answer: { status: 409 },
    });
    expect(await orcid.calls()).toHaveLength(2);
  });

  it('that the permission does not cover it', async () => {
    const person = await orcid.someone();
    const readOnly = await orcid.access(person, ['/read-limited']);
    await expect(client.affiliations.create(readOnly, employment('1'))).rejects.toMatchObject({
      code: 'insufficient-scope',
      answer: { status: 403, reason: '9038' },
    });
  });

  it('that an item is another’s', async () => {
    const person = await orcid.someone();
    const [ours, theirs] = [await orcid.access(person), await orcid.access(person, undefined, OTHERS)];
    const putCode = await client.affiliations.create(theirs, employment('1'));
    const expected = { code: 'not-our-item', answer: { status: 403, reason: '9010' } };
    await expect(client.affiliations.replace(ours, putCode, employment('1'))).rejects.toMatchObject(expected);
    await expect(client.affiliations.remove(ours, 'employment', putCode)).rejects.toMatchObject(expected);
  });

  it('that an item is private to another', async () => {
    const person = await orcid.someone({ defaultVisibility: 'private' });
    const theirs = await orcid.access(person, undefined, OTHERS);
    const putCode = await client.affiliations.create(theirs, employment('1'));
    await expect(client.affiliations.read(await orcid.access(person), 'employment', putCode)).rejects.toMatchObject({
      code: 'not-our-item',
      answer: { reason: '9013' },
    });
  });

  it('under which put-code an item is there already', async () => {
    const access = await someone();
    const putCode = await client.affiliations.create(access, employment('same'));
    await expect(client.affiliations.create(access, employment('same'))).rejects.toMatchObject({
      code: 'duplicate-item',
      putCode,
    });
    await client.keywords.create(access, 'pots');
    await expect(client.keywords.create(access, 'pots')).rejects.toMatchObject({
      code: 'duplicate-item',
      putCode: undefined,
    });
  });

  it.each([
    [
      'an organisation it does not know',
      9045,
      (access: RecordAccess) =>
        client.fundings.create(
          access,
          aFunding({ organization: anOrganization({ identifier: { registry: 'GRID', value: 'grid.1.1' } }) }),
        ),
    ],
    [
      'an identifier of a type it does not know',
      9023,
      (access: RecordAccess) =>
        client.works.create(access, aWork({ externalIds: [{ type: 'shelf', value: '1', relationship: 'self' }] })),
    ],
  ])('that it does not take %s, and why', async (_, reason, write) => {
    await expect(write(await someone())).rejects.toMatchObject({
      code: 'invalid-item',
      answer: { status: 400, reason: String(reason) },
      explanation: expect.stringMatching(/\w/) as string,
    });
  });

  it('nothing of what it would not take: that is never sent', async () => {
    const access = await someone();
    await orcid.calls();
    await expect(
      client.affiliations.create(access, anEmployment({ organization: { name: 'CalTech' } })),
    ).rejects.toMatchObject({
      code: 'invalid-item',
      answer: { status: 0 },
      explanation:
        'organization.city is required; organization.country is required; organization.identifier is required',
    });
    expect(await orcid.calls()).toEqual([]);
  });

  describe('after the owner took the permission back', () => {
    it('that our own items may be removed, and nothing else be done', async () => {
      const access = await someone();
      const putCode = await client.affiliations.create(access, employment('1'));
      await orcid.revokeAsUser(access);
      await expect(list(access)).rejects.toBeInstanceOf(AccessRevokedError);
      await expect(client.affiliations.replace(access, putCode, employment('1'))).rejects.toMatchObject({
        code: 'access-revoked',
      });
      await client.affiliations.remove(withdrawn(access), 'employment', putCode);
      expect(await orcid.admin('GET', `/record/${access.orcid}`)).toMatchObject({ items: [] });
    });

    it('nothing, because the client does not even ask with such a permission', async () => {
      const access = withdrawn(await someone()) as unknown as RecordAccess;
      await orcid.calls();
      await expect(list(access)).rejects.toBeInstanceOf(TypeError);
      await expect(client.affiliations.create(access, employment('1'))).rejects.toBeInstanceOf(TypeError);
      expect(await orcid.calls()).toEqual([]);
    });

    it('that not even that is allowed when it was not the owner who ended it', async () => {
      const access = await someone();
      const putCode = await client.affiliations.create(access, employment('1'));
      await orcid.fault({ effect: 'revoke-token', reason: 'STAFF_REVOKED', method: 'DELETE', times: 1 });
      await expect(client.affiliations.remove(withdrawn(access), 'employment', putCode)).rejects.toMatchObject({
        code: 'access-revoked',
      });
    });
  });
});
