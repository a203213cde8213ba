import { randomUUID } from 'node:crypto';
import {
  type CaseDecision,
  type Institution,
  type Person,
  PersonCaseRepository,
  PersonRepository,
  RecordItem,
} from '@ligature/persistence';
import { aConnection, anAssertion, anInstitution, anOrcidClient, TestModule } from '@ligature/persistence/testing';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { CaseDecisions } from './case-decisions.ts';
import { PeopleModule } from './people.module.ts';
import { People } from './people.ts';

const BY = 'Ada Admin';
const UNDECLARED = { staffId: '000100' };

describe('a case about who is who, decided by a person', () => {
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ imports: [PeopleModule] });
  });

  afterAll(() => app.close());

  const sql = <T extends object>(text: string, ...values: unknown[]): Promise<T[]> =>
    app.get(EntityManager).fork().execute<T[]>(text, values);
  const signIn = ({ id }: Institution, identifier: string, staffId: object) => {
    const known = {
      provider: 'https://idp.example.edu',
      kind: 'subject-id',
      identifier,
      displayName: 'Lena Brandt',
    } as const;
    return app.request(() =>
      app.get(People).signIn(id, { ...known, mail: undefined, staffId: staffId as typeof UNDECLARED }),
    );
  };
  const openCases = ({ id }: Institution) => app.request(() => app.get(PersonCaseRepository).open(id, 10));
  const decide = ({ id }: Institution, caseId: string, decision: CaseDecision) =>
    app.request(() => app.get(CaseDecisions).decide(id, caseId, decision, BY));
  const personsOf = ({ id }: Institution) => sql<{ id: string }>('select id from person where institution_id = ?', id);
  let iDs = 0;
  const connect = async (institution: Institution, person: Person) => {
    const client = anOrcidClient(institution, `APP-${randomUUID().slice(0, 16).toUpperCase()}`);
    client.becomeFormer();
    await app.store(client);
    await app.store(aConnection(person, client, { orcid: anOrcidId(++iDs) }));
  };

  /** Somebody the HR system knows, with a job, and the same number stated at a sign-in that may not speak for it. */
  const aCase = async () => {
    const institution = anInstitution();
    await app.store(institution);
    const known = await app.request(async () => {
      const people = app.get(PersonRepository);
      await people.keepStated(institution.id, 'staff', [UNDECLARED], new Date());
      return (await people.findByStaffId(institution.id, { space: 'staff', ...UNDECLARED }))!;
    });
    await app.store(anAssertion(known, { personKey: '000100' }));
    const identifier = randomUUID();
    const visitor = await signIn(institution, identifier, UNDECLARED);
    const [opened] = await openCases(institution);
    return { institution, known, visitor, identifier, caseId: opened!.id };
  };

  it('makes one person of two, with the jobs of the one and the sign-in of the other', async () => {
    const { institution, visitor, identifier, caseId } = await aCase();
    expect(await decide(institution, caseId, 'same')).toBe('decided');
    expect(await personsOf(institution)).toEqual([{ id: visitor.id }]);
    expect(await sql('select person_key from assertion where person_id = ?', visitor.id)).toEqual([
      { person_key: '000100' },
    ]);
    expect((await signIn(institution, identifier, UNDECLARED)).id).toBe(visitor.id);
    expect(await openCases(institution)).toEqual([]);
    expect(
      await sql('select detail from audit_event where subject_id = ? and action = ?', caseId, 'person.case-decided'),
    ).toEqual([{ detail: { by: BY, decision: 'same', kind: 'staff-id-undeclared' } }]);
  });

  it('keeps the one who has connected an iD, whichever of the two it is', async () => {
    const { institution, known, caseId } = await aCase();
    await connect(institution, known);
    expect(await decide(institution, caseId, 'same')).toBe('decided');
    expect(await personsOf(institution)).toEqual([{ id: known.id }]);
  });

  it('joins nobody where both have connected an iD', async () => {
    const { institution, known, visitor, caseId } = await aCase();
    await connect(institution, known);
    await connect(institution, visitor);
    expect(await decide(institution, caseId, 'same')).toBe('both-connected');
    expect(await personsOf(institution)).toHaveLength(2);
    expect(await openCases(institution)).toHaveLength(1);
  });

  it('leaves both as they are, and is not asked again', async () => {
    const { institution, identifier, caseId } = await aCase();
    expect(await decide(institution, caseId, 'different')).toBe('decided');
    await signIn(institution, identifier, UNDECLARED);
    expect(await openCases(institution)).toEqual([]);
    expect(await personsOf(institution)).toHaveLength(2);
    expect(await decide(institution, caseId, 'same')).toBe('decided-before');
  });

  it('gives a person whose staff id changed the new one beside the old one', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const person = await signIn(institution, 'lena', { staffId: '1', space: 'staff' });
    await signIn(institution, 'lena', { staffId: '2', space: 'staff' });
    const [opened] = await openCases(institution);
    expect(await decide(institution, opened!.id, 'same')).toBe('decided');
    expect(await sql('select staff_id from person_staff_id where person_id = ? order by 1', person.id)).toEqual([
      { staff_id: '1' },
      { staff_id: '2' },
    ]);
  });

  describe('about a person whose staff id HR has changed', () => {
    /** Their jobs stand on their record by the old number; HR lists them by the new one, and no more by the old one. */
    const aChangedNumber = async (listed: readonly { rowKey: string; starts?: string }[]) => {
      const institution = anInstitution();
      await app.store(institution);
      const person = await signIn(institution, 'lena', { staffId: '1', space: 'staff' });
      await connect(institution, person);
      const [connection] = await sql<{ id: string; orcid_client_id: string }>(
        `select id, orcid_client_id from connection where person_id = ?`,
        person.id,
      );
      const gone = ['C-1', 'C-2'].map((rowKey, at) =>
        anAssertion(person, { personKey: '1', rowKey, starts: `202${at}-01-01` }),
      );
      await app.store(...gone);
      const items = gone.map(
        ({ id }) =>
          new RecordItem({
            institutionId: institution.id,
            connectionId: connection!.id,
            assertionId: id,
            section: 'employment',
            selfId: id,
            orcidClientId: connection!.orcid_client_id,
          }),
      );
      await app.store(...items);
      await sql(`update assertion set absent_since = '2026-02-01' where person_id = ?`, person.id);
      const other = await app.request(async () => {
        const people = app.get(PersonRepository);
        await people.keepStated(institution.id, 'staff', [{ staffId: '2' }], new Date());
        return (await people.findByStaffId(institution.id, { space: 'staff', staffId: '2' }))!;
      });
      await app.store(
        ...listed.map(({ rowKey, starts }) =>
          anAssertion(other, { personKey: '2', rowKey, starts: starts ?? '2030-01-01', ends: '2031-12-31' }),
        ),
      );
      await signIn(institution, 'lena', { staffId: '2', space: 'staff' });
      const [opened] = await openCases(institution);
      expect(await decide(institution, opened!.id, 'same')).toBe('decided');
      const jobs = await sql(
        `select person_key, row_key, starts, ends, absent_since, record_item.self_id = assertion.id::text as "isWritten"
           from assertion left join record_item on record_item.assertion_id = assertion.id
          where assertion.person_id = ? order by person_key, row_key`,
        person.id,
      );
      return { institution, jobs };
    };

    it('goes on with each job that is listed by the new number, with what was written of it', async () => {
      const { jobs } = await aChangedNumber([{ rowKey: 'C-1', starts: '2020-01-01' }, { rowKey: 'C-2' }]);
      const common = { person_key: '2', ends: '2031-12-31', absent_since: null, isWritten: true };
      expect(jobs).toEqual([
        { ...common, row_key: 'C-1', starts: '2020-01-01' },
        { ...common, row_key: 'C-2', starts: '2030-01-01' },
      ]);
    });

    it('knows a job by what it is where its own id has changed as well', async () => {
      const { jobs } = await aChangedNumber([{ rowKey: 'N-9', starts: '2021-01-01' }]);
      expect(jobs).toMatchObject([
        { person_key: '1', row_key: 'C-1', absent_since: '2026-02-01' },
        { person_key: '2', row_key: 'N-9', absent_since: null, isWritten: true },
      ]);
    });

    it('leaves apart what could be the same as more than one', async () => {
      const { jobs } = await aChangedNumber([
        { rowKey: 'N-8', starts: '2021-01-01' },
        { rowKey: 'N-9', starts: '2021-01-01' },
      ]);
      expect(jobs).toHaveLength(4);
    });
  });

  it('is unknown to another institution', async () => {
    const { caseId } = await aCase();
    const other = anInstitution();
    await app.store(other);
    expect(await decide(other, caseId, 'same')).toBe('unknown-case');
  });
});
