import { affiliationItem } from '@ligature/orcid-model';
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
    await client.items.create(ada, affiliationItem(aFullAffiliation('employment')));
    await client.items.create(ada, affiliationItem(aFullAffiliation('education')));
    await client.items.create(ada, { section: 'work', content: aFullWork() });
    await client.items.create(ada, { section: 'funding', content: aFullFunding() });
    await client.items.create(ada, { section: 'peer-review', content: aFullPeerReview() });
    await client.items.create(ada, { section: 'research-resource', content: aFullResearchResource() });
    await client.items.create(ada, { section: 'keyword', content: 'psychoceramics' });
    await client.items.create(ada, { section: 'address', content: 'DE' });
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
        items: [
          { section: 'keyword', content: 'psychoceramics' },
          { section: 'address', content: 'DE' },
        ],
      },
      activities: [
        { section: 'education', content: { kind: 'education' } },
        { section: 'employment', content: { kind: 'employment' } },
        { section: 'work', content: { title: 'Counting cracked pots' } },
        { section: 'funding', content: { type: 'grant' } },
        { section: 'peer-review', content: { groupId: 'issn:0264-3561' } },
        { section: 'research-resource', content: { title: 'Beam time for pot fracture imaging' } },
      ],
    });
    expect(record.history.changedAt).toBeInstanceOf(Date);
  });

  it('is read in parts, which say the same', async () => {
    const whole = await client.records.read(ada);
    expect(await client.records.activities(ada)).toEqual(whole.activities);
    expect(await client.records.person(ada)).toEqual(whole.person);
    expect(await client.items.itemsOf(ada)).toEqual([...whole.activities, ...whole.person.items]);
    const { name, biography } = whole.person;
    expect(await client.records.personalDetails(ada)).toEqual({ name, otherNames: [], biography });
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

  it('shows what is public only to a public permission', async () => {
    const publicly = { orcid: ada.orcid, token: await client.tokens.forClient(US, '/read-public') };
    const person = await client.records.person(publicly);
    expect(person.name?.credit).toBe('A. Example');
    expect(person.biography).toBeUndefined();
  });

  it('shows how much of it others have confirmed', async () => {
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
