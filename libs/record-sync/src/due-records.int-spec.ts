import { WantedState } from '@ligature/assertions';
import { isAffiliationKind, parsePutCode, type Section } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import {
  type Assertion,
  type Connection,
  type Institution,
  type OrcidClient,
  RecordItem,
  RecordItemRepository,
  WriteIntent,
} from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anEmploymentContent,
  anInstitution,
  aPerson,
  changeJobs,
  multiplyPeople,
} from '@ligature/persistence/testing';
import fc from 'fast-check';
import { contentHash } from './content-hash.ts';
import { DueRecords } from './due-records.ts';
import { withSelfId } from './item-content.ts';
import { permitted } from './permitted.ts';
import { plan } from './plan.ts';
import { SyncFixture } from './testing/sync-fixture.ts';
import { UnsettledRecords } from './unsettled-records.ts';

/** One thing asserted of somebody, and what became of it at ORCID. */
interface Situation {
  readonly section: Section;
  readonly starts: string | null;
  readonly ends: string | null;
  readonly absentSince: string | null;
  readonly isTakenBack: boolean;
  readonly state: RecordItem['state'] | 'unknown';
  /** On which day it was written; what is asserted was the same then. */
  readonly writtenOn: string;
  readonly isChanged: boolean;
  readonly isInDoubt: boolean;
}

const DAYS = ['2026-02-28', '2026-03-01', '2026-03-02', '2026-03-15'];
const day = fc.constantFrom(...DAYS);
const date = fc.option(fc.constantFrom('2025', '2026', '2026-02', '2026-03', '2026-04', ...DAYS), { nil: null });
const rarely = fc.integer({ min: 0, max: 9 }).map((die) => die === 0);
const situation: fc.Arbitrary<Situation> = fc.record({
  section: fc.constantFrom<Section[]>('employment', 'education', 'work', 'funding', 'keyword', 'address'),
  starts: date,
  ends: date,
  absentSince: fc.option(day, { nil: null, freq: 4 }),
  isTakenBack: rarely,
  state: fc.constantFrom<(RecordItem['state'] | 'unknown')[]>(
    ...(['present', 'present', 'present', 'present', 'present', 'unknown'] as const),
    ...(['wanted', 'missing', 'removedByOwner', 'notOurs', 'withdrawn'] as const),
  ),
  writtenOn: day,
  isChanged: rarely,
  isInDoubt: rarely,
});

const CONTENTS: Readonly<Record<string, (text: string) => unknown>> = {
  work: (title) => ({ type: 'book', title, externalIds: [{ type: 'doi', value: '10.5555/1', relationship: 'self' }] }),
  funding: (title) => ({ type: 'grant', title, organization: ORGANIZATION, externalIds: [] }),
  keyword: (text) => text,
  address: (text) => (text === 'changed' ? 'SE' : 'DE'),
};
const ORGANIZATION = { name: 'Example Fund', city: 'Bonn', country: 'DE' };

function contentOf(section: Section, text: string): Assertion['content'] {
  if (isAffiliationKind(section))
    return { ...(anEmploymentContent({ role: text }) as object), kind: section } as Assertion['content'];
  return CONTENTS[section]?.(text) as Assertion['content'];
}

describe('which records are due', () => {
  let fixture: SyncFixture;
  let people = 0;

  beforeAll(async () => {
    fixture = await SyncFixture.start();
  });

  beforeEach(() => fixture.reset());

  afterAll(() => fixture.stop());

  const due = async (institution: Institution): Promise<string[]> => {
    const found = await fixture.app.request(() => fixture.app.get(DueRecords).find(institution));
    return found.map(({ connectionId }) => connectionId).toSorted();
  };
  /** The same by planning every record. */
  const planned = (institution: Institution, connections: readonly Connection[]): Promise<string[]> =>
    fixture.app.request(async () => {
      const wanted = await fixture.app.get(WantedState).of(
        institution,
        connections.map(({ personId }) => personId),
      );
      const found: string[] = [];
      for (const { id, personId, scopes } of connections) {
        const rows = await fixture.app.get(RecordItemRepository).rowsOf([id]);
        const items = permitted(wanted.get(personId)?.items ?? [], scopes);
        const isNew = items.some(({ assertionId }) => !rows.some((row) => row.assertionId === assertionId));
        const isOpen = (await fixture.app.get(RecordItemRepository).connectionsWithOpenIntents([id])).length > 0;
        if (isNew || isOpen || plan(items, permitted(rows, scopes)).length > 0) found.push(id);
      }
      return found.toSorted();
    });

  const live = async (
    tenant: { readonly institution: Institution; readonly client: OrcidClient },
    situations: readonly Situation[],
  ): Promise<Connection> => {
    const { institution, client } = tenant;
    const person = aPerson(institution);
    const connection = aConnection(person, client, { orcid: anOrcidId(++people) });
    if (people % 7 !== 0) connection.scopes = ['/read-limited', '/activities/update', '/person/update'];
    await fixture.app.store(person, connection);
    for (const [at, given] of situations.entries()) {
      const { section, starts, ends, absentSince, state } = given;
      const facts = { section, starts, ends, content: contentOf(section, `said-${at}`), rowKey: String(at) };
      const assertion = anAssertion(person, { ...facts, personKey: person.id });
      assertion.absentSince = absentSince;
      await fixture.app.store(assertion);
      if (state !== 'unknown') await write(tenant, connection, assertion, given);
      if (given.isChanged) assertion.content = contentOf(section, 'changed');
      if (given.isTakenBack) assertion.withdrawnAt = new Date();
      await fixture.sql(
        `update assertion set content = ?, withdrawn_at = ? where id = ?`,
        JSON.stringify(assertion.content),
        assertion.withdrawnAt ?? null,
        assertion.id,
      );
    }
    return connection;
  };

  const write = async (
    { institution }: { readonly institution: Institution },
    connection: Connection,
    { id: assertionId, section }: Assertion,
    { state, writtenOn, isInDoubt }: Situation,
  ): Promise<void> => {
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const item = new RecordItem({
      institutionId,
      connectionId,
      orcidClientId,
      assertionId,
      section,
      selfId: assertionId,
    });
    fixture.clock.moveTo(`${writtenOn}T12:00:00Z`);
    const { items } = await fixture.app.request(() =>
      fixture.app.get(WantedState).ofPerson(institution, connection.personId),
    );
    const wanted = items.find((one) => one.assertionId === assertionId);
    if (wanted !== undefined) {
      const content = withSelfId(section, wanted.content, assertionId);
      const hash = contentHash(content);
      item.markPresent({ putCode: parsePutCode('7'), content, contentHash: hash, at: fixture.clock.now() });
    }
    item.state = wanted === undefined && state === 'present' ? 'wanted' : state === 'unknown' ? 'wanted' : state;
    await fixture.app.store(item);
    const intent = {
      itemId: item.id,
      institutionId,
      attempt: 1,
      begunAt: new Date(),
      content: null,
      contentHash: null,
    };
    if (isInDoubt) await fixture.app.store(new WriteIntent({ ...intent, action: 'update' }));
  };

  it.each(['keep', 'ended'] as const)(
    'is what planning every record would say, where absence means "%s"',
    async (absentMeans) => {
      const { feed } = anInstitution();
      const tenant = await fixture.institution({ feed: { ...feed, absentMeans } });
      const lives = fc.sample(fc.array(situation, { maxLength: 3 }), { numRuns: 150, seed: 42 });
      const connections: Connection[] = [];
      for (const situations of lives) connections.push(await live(tenant, situations));
      const days: number[] = [];
      for (const today of DAYS) {
        fixture.clock.moveTo(`${today}T12:00:00Z`);
        const expected = await planned(tenant.institution, connections);
        expect(await due(tenant.institution)).toEqual(expected);
        days.push(expected.length);
      }
      expect(new Set(days).size).toBeGreaterThan(1);
      expect(Math.max(...days)).toBeLessThan(lives.length);
    },
  );

  describe('among many people', () => {
    const PEOPLE = 2_000;
    const settled: Situation = {
      ...{ section: 'employment', starts: '2021-03-01', ends: null, absentSince: null, isTakenBack: false },
      ...{ state: 'present', writtenOn: '2026-02-28', isChanged: false, isInDoubt: false },
    };
    /** Somebody with two jobs on their record, and many like them. */
    const many = async (): Promise<Institution> => {
      const tenant = await fixture.institution();
      const one = await live(tenant, [settled, { ...settled, ends: '2026-03-14' }]);
      fixture.clock.moveTo('2026-03-01T12:00:00Z');
      await multiplyPeople(fixture.app, one.id, PEOPLE);
      return tenant.institution;
    };
    /** What is read out of the database to be planned. */
    const read = async (institution: Institution): Promise<number> => {
      let records = 0;
      for await (const page of fixture.app.get(UnsettledRecords).pages(institution)) records += page.length;
      return records;
    };

    it('reads none where all is as wanted, and otherwise those that are not', async () => {
      const institution = await many();
      expect(await fixture.app.request(() => read(institution))).toBe(0);
      await changeJobs(fixture.app, 3);
      expect(await fixture.app.request(() => read(institution))).toBe(3);
      fixture.clock.moveTo('2026-03-15T12:00:00Z');
      expect(await fixture.app.request(() => read(institution))).toBe(PEOPLE + 1);
    });
  });
});
