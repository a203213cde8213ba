import { type ContentOf, ownId, parsePutCode } from '@ligature/orcid-model';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordItem } from '../entities/record-item.entity.ts';
import {
  aConnection,
  anAssertion,
  anInstitution,
  anOrcidClient,
  aPerson,
  multiplyPeople,
  TestModule,
} from '../testing/index.ts';
import { UnsettledRecordRepository } from './unsettled-record.repository.ts';
import { UNSETTLED } from './unsettled-record.sql.ts';

const PEOPLE = 3_000;
const JOBS = {
  section: 'employment',
  scopes: ['/activities/update'],
  isStated: true,
  hasIds: true,
  hasDates: true,
} as const;

interface PlanNode {
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

describe('the statement that finds what is not settled', () => {
  let app: TestModule;
  let institutionId: string;

  beforeAll(async () => {
    app = await TestModule.start();
    const institution = anInstitution();
    institutionId = institution.id;
    const client = anOrcidClient(institution);
    const person = aPerson(institution);
    const connection = aConnection(person, client);
    const job = anAssertion(person);
    const { id: connectionId } = connection;
    const ids = { institutionId, connectionId, assertionId: job.id, orcidClientId: client.id };
    const item = new RecordItem({ ...ids, section: 'employment', selfId: 'x' });
    const start = { year: 2021, month: 3, day: 1 };
    const content = { ...(job.content as object), start, externalIds: [ownId('x')] } as unknown as ContentOf;
    item.markPresent({ putCode: parsePutCode('7'), content, contentHash: 'hash', at: new Date() });
    await app.store(institution, client, person, connection, job, item);
    await multiplyPeople(app, connectionId, PEOPLE);
  });

  afterAll(() => app.close());

  it('reads each row a few times at most, however many people there are, and hands out none of what is settled', async () => {
    const given = [
      JSON.stringify([JOBS]),
      institutionId,
      '00000000-0000-0000-0000-000000000000',
      50_000,
      '2026-03-01',
      false,
      '[]',
    ];
    const [explained] = await app
      .get(EntityManager)
      .fork()
      .execute<{ 'QUERY PLAN': { Plan: PlanNode }[] }[]>(`explain (analyze, format json) ${UNSETTLED.active}`, given);
    const plan = explained?.['QUERY PLAN'][0]?.Plan;
    if (plan === undefined) throw new Error('There is no plan.');
    expect(rowsRead(plan)).toBeLessThan(4 * 3 * PEOPLE);
    expect(plan['Actual Rows']).toBe(1);
  });

  it.each([500, 1_000, PEOPLE, 50_000])('finds the same by pages of %d', async (size) => {
    const fork = app.get(EntityManager).fork();
    await fork.execute(
      `update assertion set ends = '2026-02-27' where id in (select id from assertion order by id desc limit 700)`,
    );
    const rules = {
      institutionId,
      among: 'active' as const,
      sections: [JOBS],
      today: '2026-03-01',
      absenceEnds: false,
    };
    const found: string[] = [];
    await app.request(async () => {
      for await (const page of app.get(UnsettledRecordRepository).pages(rules, size))
        found.push(...page.map(({ id }) => id));
    });
    expect([found.length, new Set(found).size]).toEqual([700, 700]);
  });
});

function rowsRead({ Plans = [], ...node }: PlanNode): number {
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const isTable = node['Relation Name'] !== undefined;
  return (isTable ? own : 0) + Plans.reduce((sum, one) => sum + rowsRead(one), 0);
}
