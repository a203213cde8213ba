import { parsePutCode, type PeerReviewGroup } from '@ligature/orcid-model';
import { anOrcidId, aPeerReview, aPermissionNotification } from '@ligature/orcid-model/testing';
import type { OrcidClient } from '../orcid-client.ts';
import { aFullPermissionNotification } from '../testing/full-items.ts';
import { OTHERS, SandboxProcess, US } from '../testing/sandbox-process.ts';

const aGroup = (name: string, given: Partial<PeerReviewGroup> = {}): PeerReviewGroup => ({
  id: `orcid-generated:${name}`,
  name,
  description: `Reviews of ${name}`,
  type: 'publisher',
  ...given,
});

describe('without anybody’s permission', () => {
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

  describe('a webhook', () => {
    const callback = 'https://portal.example.edu/orcid/changed/s3cret?a=b&c=d/e';

    it('is registered once, and unregistered once', async () => {
      const id = await orcid.orcid('ada');
      expect(await client.webhooks.register(US, id, callback)).toBe(true);
      expect(await client.webhooks.register(US, id, callback)).toBe(false);
      expect(await orcid.admin('GET', '/webhooks')).toMatchObject([{ orcid: id, uri: callback }]);
      expect(await client.webhooks.unregister(US, id, callback)).toBe(true);
      expect(await client.webhooks.unregister(US, id, callback)).toBe(false);
    });

    it('needs a record, an address, and the right to it', async () => {
      const id = await orcid.orcid('ada');
      await expect(client.webhooks.register(US, anOrcidId(77), callback)).rejects.toMatchObject({
        code: 'record-not-found',
      });
      await expect(client.webhooks.register(US, id, 'portal')).rejects.toMatchObject({
        code: 'invalid-item',
        answer: { status: 0 },
      });
      await expect(client.webhooks.register(OTHERS, id, callback)).rejects.toMatchObject({ code: 'client-refused' });
    });

    it('is named in no error: its address is a secret', async () => {
      await orcid.fault({ effect: 'server-error', path: 'webhook' });
      const error = await client.webhooks.register(US, await orcid.orcid('ada'), callback).catch((one: unknown) => one);
      expect(error).toMatchObject({ code: 'orcid-unavailable' });
      expect(String(error) + JSON.stringify(error)).not.toContain('s3cret');
    });
  });

  describe('a notification', () => {
    it.each([
      ['the least', aPermissionNotification()],
      ['all it can have', aFullPermissionNotification()],
    ])('is sent with %s, read, listed and taken back', async (_, content) => {
      const id = await orcid.orcid(await orcid.someone());
      const sent = await client.notifications.send(US, id, content);
      if (sent.kind !== 'sent') throw new Error(sent.kind);
      const { authorization, ...rest } = content;
      const read = await client.notifications.read(US, id, sent.putCode);
      expect(read).toMatchObject({ putCode: sent.putCode, content: rest });
      expect(read.content.authorization).toContain(authorization);
      expect(read.createdAt).toBeInstanceOf(Date);
      expect((await client.notifications.list(US, id)).map(({ putCode }) => putCode)).toEqual([sent.putCode]);
      expect(await client.notifications.archive(US, id, sent.putCode)).toBe(true);
    });

    it('stays when it has been read', async () => {
      const id = await orcid.orcid(await orcid.someone());
      const sent = await client.notifications.send(US, id, aPermissionNotification());
      if (sent.kind !== 'sent') throw new Error(sent.kind);
      await orcid.admin('POST', `/notifications/${sent.putCode}/read`);
      expect(await client.notifications.archive(US, id, sent.putCode)).toBe(false);
      expect((await client.notifications.read(US, id, sent.putCode)).readAt).toBeInstanceOf(Date);
    });

    it('is not sent to somebody who wants none', async () => {
      expect(await client.notifications.send(US, await orcid.orcid('no-mail'), aPermissionNotification())).toEqual({
        kind: 'opted-out',
      });
    });

    it('is gone when nobody sent it', async () => {
      const id = await orcid.orcid('ada');
      await expect(client.notifications.read(US, id, parsePutCode('99'))).rejects.toMatchObject({
        code: 'resource-absent',
      });
    });
  });

  describe('a group of peer reviews', () => {
    it('is added, found, changed and removed', async () => {
      const group = aGroup('press');
      const putCode = await client.groups.create(US, group);
      expect(await client.groups.read(US, putCode)).toMatchObject({ putCode, content: group });
      expect((await client.groups.findById(US, group.id))?.putCode).toBe(putCode);
      expect((await client.groups.findByName(US, group.name))?.putCode).toBe(putCode);
      await client.groups.replace(US, putCode, { ...group, description: 'Changed' });
      expect((await client.groups.read(US, putCode)).content.description).toBe('Changed');
      expect(await client.groups.remove(US, putCode)).toBe(true);
      expect(await client.groups.findById(US, group.id)).toBeUndefined();
      await expect(client.groups.read(US, putCode)).rejects.toMatchObject({ code: 'resource-absent' });
    });

    it('is there once', async () => {
      await client.groups.create(US, aGroup('taken'));
      await expect(client.groups.create(US, aGroup('taken'))).rejects.toMatchObject({ code: 'duplicate-item' });
    });

    it('stays while reviews are shown under it', async () => {
      const group = aGroup('in-use');
      const putCode = await client.groups.create(US, group);
      await client.peerReviews.create(await orcid.access('ada'), aPeerReview({ groupId: group.id }));
      expect(await client.groups.remove(US, putCode)).toBe(false);
    });

    it('is made by ORCID for a journal, and refused for a number that is none', async () => {
      expect((await client.groups.findById(US, 'issn:0378-5955'))?.content.type).toBe('journal');
      await expect(client.groups.findById(US, 'issn:0378-5954')).rejects.toMatchObject({ code: 'invalid-item' });
    });

    it('is one of many that are read page by page', async () => {
      const names = Array.from({ length: 105 }, (_, at) => `many-${at}`);
      for (const name of names) await client.groups.create(US, aGroup(name));
      const found = new Set<string>();
      for await (const { content } of client.groups.all(US)) found.add(content.name);
      expect(names.filter((name) => !found.has(name))).toEqual([]);
    });
  });

  describe('a search', () => {
    beforeAll(async () => {
      for (let person = 0; person < 3; person++)
        await orcid.someone({ givenNames: 'Seeker', familyName: `No ${person}` });
    });

    it('finds iDs, and says how many there are', async () => {
      expect(await client.search.idsPage(US, 'given-names:Seeker', { rows: 2 })).toMatchObject({
        total: 3,
        found: [expect.any(String), expect.any(String)],
      });
      expect((await client.search.idsPage(US, 'given-names:Seeker', { start: 2 })).found).toHaveLength(1);
    });

    it('finds people with what is public of them', async () => {
      const { found } = await client.search.peoplePage(US, 'family-name:Example');
      expect(found).toMatchObject([{ orcid: await orcid.orcid('ada'), creditName: 'A. Example', emails: [] }]);
    });

    it('finds all, however many pages that takes', async () => {
      const found: string[] = [];
      for await (const id of client.search.ids(US, 'given-names:Seeker')) found.push(id);
      for await (const { orcid: id } of client.search.people(US, 'given-names:Seeker')) found.push(id);
      expect([found.length, new Set(found).size]).toEqual([6, 3]);
    });

    it('finds nobody without complaint', async () => {
      expect(await client.search.idsPage(US, 'given-names:Nobody')).toEqual({ total: 0, found: [] });
      expect(await client.search.peoplePage(US, 'given-names:Nobody')).toEqual({ total: 0, found: [] });
    });

    it('writes a table', async () => {
      const table = await client.search.csv(US, 'family-name:Example', ['orcid', 'family-name']);
      expect(table).toBe(`orcid,family-name\n${await orcid.orcid('ada')},Example\n`);
    });

    it('is refused more than ORCID tells at once, as a mistake of the caller', async () => {
      await expect(client.search.idsPage(US, 'x', { rows: 1001 })).rejects.toMatchObject({ code: 'unexpected-answer' });
    });
  });

  describe('ORCID itself', () => {
    it('says how it is', async () => {
      expect(await client.status.isUp()).toBe(true);
      expect(await client.status.read()).toEqual({ isUp: true, isDatabaseUp: true, isReadOnlyDatabaseUp: true });
      await orcid.fault({ effect: 'server-error', path: 'apiStatus' });
      expect(await client.status.isUp()).toBe(false);
    });

    it('says whether it serves at all', async () => {
      expect(await client.status.isServing()).toBe(true);
      await orcid.fault({ effect: 'unavailable', path: '/status' });
      expect(await client.status.isServing()).toBe(false);
    });

    it('says what a client is called', async () => {
      expect(await client.status.client(US, OTHERS.clientId)).toEqual({
        name: 'Example Repository',
        description: 'Keeps records true.',
      });
      await expect(client.status.client(US, 'APP-NOBODY')).rejects.toMatchObject({ code: 'resource-absent' });
    });
  });

  describe('the public API', () => {
    it('says how it is', async () => {
      expect(await client.publicApi.status()).toEqual({ isUp: true, isDatabaseUp: true, isReadOnlyDatabaseUp: true });
    });

    it('lists the types of identifiers', async () => {
      const types = await client.publicApi.identifierTypes('en');
      expect(types.find(({ name }) => name === 'doi')).toEqual({
        name: 'doi',
        description: expect.stringMatching(/digital object identifier/i) as string,
        resolutionPrefix: 'https://doi.org/',
        isCaseSensitive: false,
        isDeprecated: false,
      });
      expect(types.find(({ name }) => name === 'grant_number')).not.toHaveProperty('resolutionPrefix');
    });

    it('is not asked where nobody said where it is', async () => {
      const without = orcid.client({ orcid: { site: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' } });
      await expect(without.publicApi.identifierTypes()).rejects.toBeInstanceOf(TypeError);
    });
  });
});
