import {
  type Affiliation,
  type AffiliationKind,
  ALL_SECTIONS,
  isAffiliationKind,
  isWrittenBy,
  parsePutCode,
  type Section,
  type SectionContents,
  type SectionItem,
  SECTIONS,
} from '@ligature/orcid-model';
import { aFunding, anEmployment, aPeerReview, aResearchResource, aWork } from '@ligature/orcid-model/testing';
import type { CreatedItem } from '../calls/create-many.ts';
import type { OrcidClient } from '../orcid-client.ts';
import { type RecordAccess, withdrawn } from '../record-access.ts';
import {
  aFullAffiliation,
  aFullFunding,
  aFullPeerReview,
  aFullResearchResource,
  aFullWork,
  aMinimalAffiliation,
} from '../testing/full-items.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

/** What a section is tried with: the least an item can have, all that it can have, and one that is refused. */
interface Trial<T> {
  readonly minimal: T;
  readonly full: T;
  /** Another one, so that two of a section do not collide. */
  readonly other: T;
  readonly faulty: T;
}

const page = (n: number) =>
  ({ type: 'Profile', value: `jc-${n}`, url: `https://people.example.edu/${n}`, relationship: 'self' }) as const;
const self = (value: string) => ({ externalIds: [{ type: 'source-work-id', value, relationship: 'self' }] }) as const;

function affiliationTrial(kind: AffiliationKind): Trial<Affiliation> {
  return {
    minimal: aMinimalAffiliation(kind),
    full: aFullAffiliation(kind),
    other: { ...aFullAffiliation(kind), ...self('another') },
    faulty: anEmployment({ kind, start: { year: 2024 }, end: { year: 2020 } }),
  };
}

const TRIALS: { readonly [S in Section]: Trial<SectionContents[S]> } = {
  distinction: affiliationTrial('distinction'),
  education: affiliationTrial('education'),
  employment: affiliationTrial('employment'),
  'invited-position': affiliationTrial('invited-position'),
  membership: affiliationTrial('membership'),
  qualification: affiliationTrial('qualification'),
  service: affiliationTrial('service'),
  work: { minimal: aWork(), full: aFullWork(), other: aWork(self('another')), faulty: aWork({ externalIds: [] }) },
  funding: {
    minimal: aFunding(),
    full: aFullFunding(),
    other: aFunding(self('another')),
    faulty: aFunding({ end: { year: 2020 } }),
  },
  'peer-review': {
    minimal: aPeerReview(),
    full: aFullPeerReview(),
    other: aPeerReview(self('another')),
    faulty: aPeerReview({ groupId: 'nothing' }),
  },
  'research-resource': {
    minimal: aResearchResource(),
    full: aFullResearchResource(),
    other: aResearchResource(self('another')),
    faulty: aResearchResource({ hosts: [] }),
  },
  'researcher-url': {
    minimal: { url: 'https://people.example.edu' },
    full: { name: 'Staff page', url: 'https://people.example.edu/jc' },
    other: { url: 'https://lab.example.edu' },
    faulty: { url: '' },
  },
  'external-identifier': {
    minimal: page(1),
    full: page(2),
    other: page(3),
    faulty: { type: 'Profile', value: 'x', relationship: 'self' },
  },
  keyword: { minimal: 'pots', full: 'psychoceramics', other: 'cracks', faulty: ' ' },
  'other-name': { minimal: 'J. Carberry', full: 'J. S. Carberry', other: 'Josiah C.', faulty: '' },
  address: { minimal: 'US', full: 'DE', other: 'FR', faulty: 'UK' },
};

const itemOf = <S extends Section>(section: S, which: keyof Trial<never>): SectionItem<S> => ({
  section,
  content: TRIALS[section][which],
});

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
      await expect(refused).rejects.toMatchObject({ code: 'invalid-item', explanation: expect.stringMatching(/\w/) });
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
