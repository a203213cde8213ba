import {
  AFFILIATION_KINDS,
  type ExternalId,
  isWrittenBy,
  parsePutCode,
  type PutCode,
  type Seen,
} from '@ligature/orcid-model';
import { aFunding, aPeerReview, aResearchResource, aWork } from '@ligature/orcid-model/testing';
import type { OrcidClient } from '../orcid-client.ts';
import type { RecordAccess } from '../record-access.ts';
import {
  aFullAffiliation,
  aFullFunding,
  aFullPeerReview,
  aFullResearchResource,
  aFullWork,
  aMinimalAffiliation,
} from '../testing/full-items.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

/** The calls of one section with the values to try them on. */
interface Trial<T, Summary> {
  readonly calls: {
    list(access: RecordAccess): Promise<Seen<Summary>[]>;
    read(access: RecordAccess, putCode: PutCode): Promise<Seen<T>>;
    readSummary?(access: RecordAccess, putCode: PutCode): Promise<Seen<Summary>>;
    create(access: RecordAccess, content: T): Promise<PutCode>;
    replace(access: RecordAccess, putCode: PutCode, content: T): Promise<void>;
    remove(access: RecordAccess, putCode: PutCode): Promise<void>;
  };
  readonly minimal: T;
  readonly full: T;
}

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

  const trial =
    <T, Summary>(
      calls: (client: OrcidClient) => Trial<T, Summary>['calls'],
      minimal: T,
      full: T,
    ): (() => Trial<T, Summary>) =>
    () => ({ calls: calls(client), minimal, full });

  const page = (n: number): ExternalId => ({
    type: 'Example University profile',
    value: `jc-${n}`,
    url: `https://people.example.edu/${n}`,
    relationship: 'self',
  });

  const sections: readonly (readonly [string, () => Trial<unknown, unknown>])[] = [
    ...AFFILIATION_KINDS.map(
      (kind) =>
        [
          kind,
          trial(
            ({ affiliations }) => ({
              list: (access) => affiliations.list(access, kind),
              read: (access, putCode) => affiliations.read(access, kind, putCode),
              readSummary: (access, putCode) => affiliations.readSummary(access, kind, putCode),
              create: (access, content) => affiliations.create(access, content),
              replace: (access, putCode, content) => affiliations.replace(access, putCode, content),
              remove: (access, putCode) => affiliations.remove(access, kind, putCode),
            }),
            aMinimalAffiliation(kind),
            aFullAffiliation(kind),
          ),
        ] as const,
    ),
    ['work', trial(({ works }) => works, aWork(), aFullWork())],
    ['funding', trial(({ fundings }) => fundings, aFunding(), aFullFunding())],
    ['peer review', trial(({ peerReviews }) => peerReviews, aPeerReview(), aFullPeerReview())],
    [
      'research resource',
      trial(({ researchResources }) => researchResources, aResearchResource(), aFullResearchResource()),
    ],
    ['address', trial(({ addresses }) => addresses, 'US', 'DE')],
    ['keyword', trial(({ keywords }) => keywords, 'pots', 'psychoceramics')],
    ['other name', trial(({ otherNames }) => otherNames, 'J. Carberry', 'J. S. Carberry')],
    [
      'page',
      trial(
        ({ researcherUrls }) => researcherUrls,
        { url: 'https://people.example.edu' },
        { name: 'Staff page', url: 'https://people.example.edu/jc' },
      ),
    ],
    ['identifier of a person', trial(({ externalIdentifiers }) => externalIdentifiers, page(1), page(2))],
  ] as const;

  describe.each(sections)('of the section %s', (_, open) => {
    let access: RecordAccess;

    beforeEach(async () => {
      access = await orcid.access(await orcid.someone());
    });

    it('are added with the least and with all they can have, and read back as they were written', async () => {
      for (const size of ['minimal', 'full'] as const) {
        const { calls, [size]: content } = open();
        const record = await orcid.access(await orcid.someone());
        const putCode = await calls.create(record, content);
        const seen = await calls.read(record, putCode);
        expect(seen).toMatchObject({ putCode, content, visibility: 'public' });
        expect(isWrittenBy(seen.source, US.clientId)).toBe(true);
        expect(seen.createdAt).toBeInstanceOf(Date);
      }
    });

    it('are listed, with what a summary tells of them', async () => {
      const { calls, full } = open();
      expect(await calls.list(access)).toEqual([]);
      const putCode = await calls.create(access, full);
      const [listed, ...others] = await calls.list(access);
      expect(others).toEqual([]);
      expect(listed?.putCode).toBe(putCode);
      const summary = listed?.content as object;
      if (typeof full === 'object') expect(full).toMatchObject(summary);
      else expect(summary).toBe(full);
      if (calls.readSummary !== undefined) expect((await calls.readSummary(access, putCode)).content).toEqual(summary);
    });

    it('are replaced whole, and removed', async () => {
      const { calls, minimal, full } = open();
      const putCode = await calls.create(access, full);
      await calls.replace(access, putCode, minimal);
      expect((await calls.read(access, putCode)).content).toEqual(minimal);
      await calls.remove(access, putCode);
      await expect(calls.read(access, putCode)).rejects.toMatchObject({ code: 'item-gone' });
      await expect(calls.remove(access, putCode)).rejects.toMatchObject({ code: 'item-gone' });
      await expect(calls.replace(access, putCode, full)).rejects.toMatchObject({ code: 'item-gone' });
    });

    it('are gone when nobody ever wrote them', async () => {
      await expect(open().calls.read(access, parsePutCode('999999'))).rejects.toMatchObject({ code: 'item-gone' });
    });
  });
});
