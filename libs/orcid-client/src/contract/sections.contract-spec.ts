import { ALL_SECTIONS, isAffiliationKind, isWrittenBy, parsePutCode, SECTIONS } from '@ligature/orcid-model';
import { anEmployment } from '@ligature/orcid-model/testing';
import type { CreatedItem } from '../calls/create-many.ts';
import type { OrcidClient } from '../orcid-client.ts';
import { type RecordAccess, withdrawn } from '../record-access.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';
import { itemOf, TRIALS } from '../testing/section-trials.ts';

describe('items', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
    client = orcid.client();
  });

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  const someone = async (): Promise<RecordAccess> => orcid.access(await orcid.someone());

  describe.each(ALL_SECTIONS)('of the section %s', (section) => {
    it('are created with the least and with all they can have, and read back as they were written', async () => {
      for (const which of ['minimal', 'full'] as const) {
        const access = await someone();
        const item = itemOf(section, which);
        const putCode = await client.items.create(access, item);
        const seen = await client.items.read(access, section, putCode);
        expect(seen).toMatchObject({ putCode, content: item.content, visibility: 'public' });
        expect(seen.createdAt).toBeInstanceOf(Date);
        expect(isWrittenBy(seen.source, US.clientId)).toBe(true);
      }
    });

    it('are listed alone and with all other sections alike, with what a list has of them', async () => {
      const access = await someone();
      expect(await client.items.itemsIn(access, section)).toEqual([]);
      const { content } = itemOf(section, 'full');
      const putCode = await client.items.create(access, itemOf(section, 'full'));
      const [listed, ...others] = await client.items.itemsIn(access, section);
      expect(others).toEqual([]);
      expect(listed).toMatchObject({ section, putCode });
      expect(listed?.selfIds).toHaveLength(SECTIONS[section].hasExternalIds ? 1 : 0);
      expect({ seen: content }).toMatchObject({ seen: listed?.content });
      if (SECTIONS[section].listHas === 'full-content') expect(listed?.content).toEqual(content);
      else expect(listed?.content).not.toEqual(content);
      expect(await client.items.itemsOf(access)).toEqual([listed]);
    });

    it('are replaced whole, and removed', async () => {
      const access = await someone();
      const putCode = await client.items.create(access, itemOf(section, 'full'));
      await client.items.replace(access, putCode, itemOf(section, 'minimal'));
      expect((await client.items.read(access, section, putCode)).content).toEqual(TRIALS[section].minimal);
      await client.items.remove(access, section, putCode);
      expect(await client.items.itemsIn(access, section)).toEqual([]);
      const gone = { code: 'item-gone' };
      await expect(client.items.read(access, section, putCode)).rejects.toMatchObject(gone);
      await expect(client.items.remove(access, section, putCode)).rejects.toMatchObject(gone);
      await expect(client.items.replace(access, putCode, itemOf(section, 'full'))).rejects.toMatchObject(gone);
    });

    it('are absent where nobody ever wrote them', async () => {
      const never = client.items.read(await someone(), section, parsePutCode('999999'));
      await expect(never).rejects.toMatchObject({ code: 'item-gone' });
    });

    it('are removed after their owner took the permission back', async () => {
      const access = await someone();
      const putCode = await client.items.create(access, itemOf(section, 'full'));
      await orcid.revokeAsUser(access);
      await expect(client.items.itemsIn(access, section)).rejects.toMatchObject({ code: 'access-revoked' });
      await client.items.remove(withdrawn(access), section, putCode);
      await expect(client.items.remove(withdrawn(access), section, putCode)).rejects.toMatchObject({
        code: 'item-gone',
      });
    });

    it('are refused with an explanation before anything is sent when ORCID would refuse them', async () => {
      const access = await someone();
      await orcid.calls();
      const refused = client.items.create(access, itemOf(section, 'faulty'));
      await expect(refused).rejects.toMatchObject({
        code: 'invalid-item',
        explanation: expect.stringMatching(/\w/) as string,
      });
      expect(await orcid.calls()).toEqual([]);
    });

    it('are created together, each with a result of its own', async () => {
      const access = await someone();
      const contents = (['full', 'faulty', 'other'] as const).map((which) => itemOf(section, which).content);
      const results: CreatedItem[] = [];
      for await (const result of client.items.createMany(access, section, contents)) results.push(result);
      expect(results.map(({ kind }) => kind)).toEqual(['created', 'refused', 'created']);
      const [first, , last] = results;
      const codes = [first, last].map((one) => one?.kind === 'created' && one.putCode);
      expect((await client.items.itemsIn(access, section)).map(({ putCode }) => putCode).sort()).toEqual(codes.sort());
    });

    it('are not written with a permission that does not cover the section', async () => {
      const access = await orcid.access(await orcid.someone(), ['/read-limited']);
      const refused = client.items.create(access, itemOf(section, 'full'));
      await expect(refused).rejects.toMatchObject({ code: 'insufficient-scope' });
    });
  });

  it('of all sections are listed in one call', async () => {
    const access = await someone();
    for (const section of ALL_SECTIONS) await client.items.create(access, itemOf(section, 'full'));
    await orcid.calls();
    const items = await client.items.itemsOf(access);
    expect(items.map(({ section }) => section)).toEqual(ALL_SECTIONS);
    expect(await orcid.calls()).toHaveLength(1);
  });

  it('of a section that is no affiliation’s own are not sent', async () => {
    const access = await someone();
    for (const section of ALL_SECTIONS.filter(isAffiliationKind)) {
      const kind = section === 'service' ? 'employment' : 'service';
      const misplaced = client.items.create(access, { section, content: anEmployment({ kind }) });
      await expect(misplaced).rejects.toThrow(TypeError);
    }
  });
});
