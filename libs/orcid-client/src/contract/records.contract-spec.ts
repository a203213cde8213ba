import type { OrcidClient } from '../orcid-client.ts';
import type { RecordAccess } from '../record-access.ts';
import {
  aFullAffiliation,
  aFullFunding,
  aFullPeerReview,
  aFullResearchResource,
  aFullWork,
} from '../testing/full-items.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

describe('a record', () => {
  let orcid: SandboxProcess;
  let client: OrcidClient;
  let ada: RecordAccess;

  beforeAll(async () => {
    orcid = await SandboxProcess.start();
    client = orcid.client();
    ada = await orcid.access(
      await orcid.someone({
        givenNames: 'Ada',
        familyName: 'Example',
        creditName: 'A. Example',
        email: `ada-${Math.random()}@example.org`,
        emails: [{ address: 'ada@public.example.org', visibility: 'public' }],
        biography: { content: 'Counts pots.', visibility: 'limited' },
        locale: 'de',
      }),
    );
    await client.affiliations.create(ada, aFullAffiliation('employment'));
    await client.affiliations.create(ada, aFullAffiliation('education'));
    await client.works.create(ada, aFullWork());
    await client.fundings.create(ada, aFullFunding());
    await client.peerReviews.create(ada, aFullPeerReview());
    await client.researchResources.create(ada, aFullResearchResource());
    await client.keywords.create(ada, 'psychoceramics');
    await client.addresses.create(ada, 'DE');
  });

  afterAll(async () => {
    await client.close();
    await orcid.stop();
  });

  it('is read whole', async () => {
    const record = await client.records.read(ada);
    expect(record).toMatchObject({
      orcid: ada.orcid,
      language: 'de',
      history: { isClaimed: true, hasVerifiedPrimaryEmail: true },
      person: {
        name: { given: 'Ada', family: 'Example', credit: 'A. Example', visibility: 'public' },
        keywords: [{ content: 'psychoceramics' }],
        addresses: [{ content: 'DE' }],
      },
      activities: {
        works: [{ content: { title: 'Counting cracked pots' } }],
        fundings: [{ content: { type: 'grant' } }],
        peerReviews: [{ content: { groupId: 'issn:0264-3561' } }],
        researchResources: [{ content: { title: 'Beam time for pot fracture imaging' } }],
      },
    });
    expect(record.activities.affiliations.map(({ content }) => content.kind)).toEqual(['education', 'employment']);
    expect(record.history.changedAt).toBeInstanceOf(Date);
  });

  it('is read in parts, which say the same', async () => {
    const whole = await client.records.read(ada);
    expect(await client.records.activities(ada)).toEqual(whole.activities);
    expect(await client.records.person(ada)).toEqual(whole.person);
    const { name, otherNames, biography } = whole.person;
    expect(await client.records.personalDetails(ada)).toEqual({ name, otherNames, biography });
    expect(await client.records.biography(ada)).toEqual(biography);
    expect(await client.records.emails(ada)).toEqual(whole.person.emails);
    expect(whole.person.emails).toMatchObject([
      { address: 'ada@public.example.org', isPrimary: false, isVerified: true },
    ]);
  });

  it('may have no biography', async () => {
    const plain = await orcid.access(await orcid.someone());
    expect(await client.records.biography(plain)).toBeUndefined();
  });

  it('tells by a public permission what is public only', async () => {
    const publicly = { orcid: ada.orcid, token: await client.tokens.forClient(US, '/read-public') };
    const person = await client.records.person(publicly);
    expect(person.name?.credit).toBe('A. Example');
    expect(person.biography).toBeUndefined();
  });

  it('tells how much of it others have confirmed', async () => {
    const publicly = { orcid: ada.orcid, token: await client.tokens.forClient(US, '/read-public') };
    expect(await client.records.summary(publicly)).toMatchObject({
      orcid: ada.orcid,
      name: 'A. Example',
      works: { selfAsserted: 0, validated: 1 },
      fundings: { selfAsserted: 0, validated: 1 },
      peerReviews: { groups: 1, selfAsserted: 0, total: 1 },
      employments: {
        count: 1,
        latest: [{ kind: 'employment', isValidated: true, end: { year: 2024, month: 8, day: 31 } }],
      },
      educationsAndQualifications: { count: 1 },
      professionalActivities: { count: 0, latest: [] },
      emailDomains: ['public.example.org'],
    });
  });
});
