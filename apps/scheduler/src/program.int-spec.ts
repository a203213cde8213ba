import { type ChildProcess, execFile, fork } from 'node:child_process';
import { once } from 'node:events';
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parsePutCode, Secret } from '@ligature/orcid-model';
import { anEmployment, anOrcidId } from '@ligature/orcid-model/testing';
import {
  InstitutionRepository,
  JobQueue,
  OrcidClientRepository,
  Plan,
  PlanRepository,
  RateSlots,
  RecordItem,
} from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anInstitution,
  anOrcidClient,
  aPerson,
  aStaffId,
  aTokenKey,
  createTestDatabase,
  type TestDatabase,
  TestModule,
} from '@ligature/persistence/testing';
import { EntityManager } from '@mikro-orm/postgresql';

const MAIN = path.resolve(import.meta.dirname, '../dist/main.js');
const COMMAND_LINE = path.resolve(import.meta.dirname, '../../../tools/src/stack/command-line-process.ts');
const HEADER = 'staff id,job id,organization name,city,country,ror id,role,start date';
const ROW = '000042,A-1,Example University,Pasadena,US,https://ror.org/05dxps055,Steward,2021-03-01';

interface Answer {
  readonly code: unknown;
  readonly stdout: string;
  readonly stderr: string;
}

describe('a command of the scheduler', () => {
  let database: TestDatabase;
  let folder: string;
  let env: Record<string, string>;
  let commandLine: ChildProcess;

  const inFolder = (name: string): string => path.join(folder, name);
  /** All commands of these tests run in one process: to load the scheduler takes ten times what most of them take. */
  const command = (given: readonly string[]): Promise<Answer> =>
    new Promise((resolve) => {
      commandLine.once('message', (message) => {
        const { status, stdout, stderr } = message as { status: number; stdout: string; stderr: string };
        resolve({ code: status, stdout, stderr });
      });
      commandLine.send({ command: given });
    });
  /** As an operator starts it. */
  const processOf = (given: readonly string[], changed: Record<string, string>): Promise<Answer> =>
    new Promise((resolve) => {
      execFile(process.execPath, [MAIN, ...given], { env: { ...env, ...changed } }, (error, stdout, stderr) => {
        resolve({ code: error === null ? 0 : error.code, stdout, stderr });
      });
    });

  const connectTo = (known: TestDatabase): Promise<TestModule> =>
    TestModule.start({ database: { ...known, drop: () => Promise.resolve() }, env });

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'scheduler-'));
    database = await createTestDatabase();
    env = {
      DATABASE_URL: database.url,
      TOKEN_KEYS: aTokenKey('2026'),
      ITEM_ID_KEY: Buffer.alloc(32, 7).toString('base64'),
      ORCID_ENVIRONMENT: 'sandbox',
    };
    const app = await connectTo(database);
    const institution = anInstitution({ orcidEnvironment: 'sandbox' });
    Object.assign(institution, { feed: { ...institution.feed, file: inFolder('refused.csv') } });
    const client = anOrcidClient(institution);
    const secret = new Secret('client-secret', 'a-secret');
    await app.request(() => app.get(OrcidClientRepository).keepSecret(client, 'sandbox', secret));
    await app.store(institution, client);
    await app.close();
    await writeFile(inFolder('refused.csv'), `${HEADER},Start_date\n${ROW},2021\n`);
    await writeFile(inFolder('export.csv'), `${HEADER}\n${ROW}\n`);
    commandLine = fork(COMMAND_LINE, { env });
  });

  afterAll(async () => {
    const ended = once(commandLine, 'exit');
    commandLine.disconnect();
    await ended;
    await database.drop();
    await rm(folder, { recursive: true });
  });

  it('that is refused an export says why in plain words', async () => {
    const { code, stderr } = await command(['import-people', inFolder('refused.csv')]);
    expect(stderr).toMatch(/^Nothing was imported\.\n.*"Start_date" states a field that another.*\n$/);
    expect(code).toBe(1);
  });

  it('that does a task says for which institution it failed, why, and what was worked on all the same', async () => {
    const { code, stderr } = await command(['run', 'import-people']);
    expect(stderr).toMatch(
      /^Example University: Nothing was imported\.\n.*"Start_date" states a field that another.*\nWorked on here: 0 jobs\.\n$/,
    );
    expect(code).toBe(1);
  });

  it('shows jobs that were given up, and tries them again', async () => {
    const [none, nothing] = [await command(['failed-jobs']), await command(['retry-failed-jobs'])];
    expect(none.stdout).toBe('No job was given up.\n');
    expect([nothing.stderr, nothing.code]).toEqual(['No job was given up for Example University.\n', 1]);
    const app = await connectTo(database);
    const [institution] = await app.request(() => app.get(InstitutionRepository).all());
    const institutionId = institution!.id;
    const key = randomUUID();
    await app.get(JobQueue).enqueue('revoke-token', { retiredTokenId: key }, { institutionId, key });
    await app
      .get(EntityManager)
      .fork()
      .execute(
        `update pgboss.job set state = 'failed', completed_on = now(), output = '{"error":"OrcidUnavailableError"}' where singleton_key = ?`,
        [key],
      );
    await app.close();
    const [shown, again] = [await command(['failed-jobs']), await command(['retry-failed-jobs'])];
    expect(shown.stdout).toMatch(
      /^Example University: 1 revoke-token job given up since \S+Z: OrcidUnavailableError \(ORCID did not answer\)\.\n/,
    );
    // Nothing is left to revoke, so that all there was to do is done.
    expect(again).toEqual({
      code: 0,
      stdout: '1 job of Example University: tried again.\nWorked on here: 1 job.\n',
      stderr: '',
    });
  });

  it('lists what is out of date on the record of somebody who took their permission back, for people and for programs', async () => {
    const app = await connectTo(database);
    const [institution] = await app.request(() => app.get(InstitutionRepository).all());
    if (institution === undefined) throw new Error('There is no institution.');
    const client = await app.request(() => app.get(OrcidClientRepository).current(institution.id));
    const person = aPerson(institution);
    const connection = aConnection(person, client, { orcid: anOrcidId(77) });
    connection.markRevoked(new Date('2026-02-01T12:00:00Z'));
    const job = anAssertion(person, { feed: 'another', personKey: '000077', ends: '2026-01-31' });
    const { id: connectionId, institutionId } = connection;
    const ids = { institutionId, connectionId, assertionId: job.id, orcidClientId: client.id };
    const item = new RecordItem({ ...ids, section: 'employment', selfId: 'x' });
    const content = anEmployment({ role: 'Steward' });
    item.markPresent({ putCode: parsePutCode('17'), content, contentHash: 'hash', at: new Date('2026-01-01') });
    await app.store(person, aStaffId(person, '000077'), connection, job, item);
    await app.close();
    const { stdout } = await command(['worklist']);
    expect(stdout).toBe(`Example University:
  - ${item.id}
    Ada Example (${connection.orcid}, staff id 000077): employment "Steward", put-code 17
    It ended on 2026-01-31, and stands there without that end. ORCID refuses their permission; it counts as ended since 2026-02-01.
    It can be removed or left as it is; its end can be written only if the person connects this very iD again, or by its owner at ORCID.
  To remove one: remove-item <number> --institution ${institution.slug} --by <your name>
`);
    const json = await command(['worklist', '--json']);
    expect(JSON.parse(json.stdout)).toEqual({
      institution: institution.slug,
      person: { id: person.id, name: 'Ada Example', staffIds: ['000077'], orcid: connection.orcid },
      item: { id: item.id, section: 'employment', putCode: '17', title: 'Steward' },
      reason: 'ended',
      end: '2026-01-31',
      permission: { ended: 'revoked', at: '2026-02-01T12:00:00.000Z' },
      remaining: ['remove', 'leave'],
    });
    expect(await command(['remove-item', randomUUID(), '--by', 'Grace'])).toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/: it is not on the worklist\. "worklist" shows what is\.\n$/) as string,
    });
  });

  it('ends a rest that ORCID asked for, and says what would have been', async () => {
    const other = await connectTo(database);
    await other.get(RateSlots).holdBack('https://api.sandbox.orcid.org', 3_600_000);
    await other.close();
    const [first, second] = [await command(['end-rest']), await command(['end-rest'])];
    expect(first.stdout).toMatch(/^Requests would have rested until 2\S+Z\. All processes send them again/);
    expect(second).toEqual({
      code: 0,
      stdout: 'Nothing rests: requests go to ORCID at their usual pace.\n',
      stderr: '',
    });
  });

  it('reports every row to a file, and leaves that report when there is nothing to do', async () => {
    const file = inFolder('reported.csv');
    await writeFile(file, `${HEADER}\n${ROW.replace('000042', '000043')}\n`);
    const given = ['import-people', file, '--allow-many-absent', '--report', inFolder('report.csv')];
    const report = 'line,staff id,job id,became,reasons\n"2","000043","A-1","added",""\n';
    for (const said of ['1 row: 1 added', 'Nothing to do.']) {
      const { code, stdout } = await command(given);
      expect(stdout).toContain(said);
      expect(code).toBe(0);
      expect(await readFile(inFolder('report.csv'), 'utf8')).toBe(report);
    }
  });

  it('says what an import would do and does nothing of it, with every change in a file if that is wanted', async () => {
    const row = ROW.replace('000042', '000044');
    const [before, after] = [inFolder('before.csv'), inFolder('after.csv')];
    await writeFile(before, `${HEADER}\n${row}\n`);
    await writeFile(after, `${HEADER}\n${row.replace('Steward', 'Head')}\n${row.replace('A-1', 'A-2')}\n`);
    await command(['import-people', before, '--allow-many-absent']);
    const { code, stdout } = await command(['import-people', after, '--dry-run', '--changes', inFolder('changes.csv')]);
    expect(stdout.split('\n')).toEqual([
      'Nothing was changed. This is what the import would do:',
      '2 rows: 1 added, 1 changed, 0 unchanged, 0 refused.',
      'No longer listed: 0 known jobs.',
      'Rows: 1 added, 1 changed.',
      'What they would say, the most frequent first:',
      '  1 row: role: "Steward" becomes "Head"',
      `Every change is in ${inFolder('changes.csv')}.`,
      'On records: 0 records to bring up to date.',
      '',
    ]);
    expect(code).toBe(0);
    expect((await readFile(inFolder('changes.csv'), 'utf8')).split('\n')).toEqual([
      '"staff id","row","became","field","before","now"',
      '"000044","A-1","changed","role","Steward","Head"',
      '"000044","A-2","added","","",""',
      '',
    ]);
    const alone = await command(['import-people', after, '--changes', inFolder('changes.csv')]);
    expect([alone.code, alone.stderr]).toEqual([1, expect.stringContaining('--changes goes with --dry-run') as string]);
    expect((await command(['import-people', after])).stdout).toContain('2 rows: 1 added, 1 changed');
  });

  it('takes a job back that the export stated by mistake, once, and names one that it does not know', async () => {
    const file = inFolder('mistake.csv');
    await writeFile(file, `${HEADER}\n${ROW}\n${ROW.replace('A-1', 'A-9')}\n`);
    await command(['import-people', file, '--allow-many-absent']);
    const withdraw = (job: string) => command(['withdraw-job', '000042', job, '--by', 'Rita']);
    expect(await withdraw('A-9')).toMatchObject({ code: 0, stdout: expect.stringMatching(/^Withdrawn\. /) as string });
    expect((await withdraw('A-9')).stdout).toMatch(/^It was withdrawn before\. /);
    const unknown = await withdraw('A-8');
    expect(unknown.code).toBe(1);
    expect(unknown.stderr).toContain('has never stated the job "A-8" of the staff id "000042"');
    const app = await connectTo(database);
    const rows = await app.request(() =>
      app
        .get(EntityManager)
        .execute<object[]>(
          `select row_key, withdrawn_at is not null as "isWithdrawn" from assertion where person_key = '000042' order by 1`,
        ),
    );
    await app.close();
    expect(rows).toEqual([
      { row_key: 'A-1', isWithdrawn: false },
      { row_key: 'A-9', isWithdrawn: true },
    ]);
  });

  it('names every field of an institution file that is at fault, and what stands there', async () => {
    const given = {
      slug: 'Ex',
      name: 'Example University',
      rorId: 'https://ror.org/05dxps056',
      timeZone: 'Mars',
      color: 1,
    };
    await writeFile(inFolder('institution.json'), JSON.stringify(given));
    const { code, stderr } = await command(['configure', inFolder('institution.json')]);
    expect(stderr).toContain('  - slug "Ex": must be 2 to 40 small letters');
    expect(stderr).toContain('  - rorId "https://ror.org/05dxps056": must be the whole ROR address');
    expect(stderr).toContain('  - timeZone "Mars": must be a time zone such as Europe/Berlin');
    expect(stderr).toMatch(/ {2}- the file: .*color/);
    expect(stderr).toContain('Nothing was changed.');
    expect(code).toBe(1);
  });

  it('says on standard error what is held, so that a program that reads its answer gets no more than that', async () => {
    const app = await connectTo(database);
    const [institution] = await app.request(() => app.get(InstitutionRepository).all());
    const client = await app.request(() => app.get(OrcidClientRepository).current(institution!.id));
    const person = aPerson(institution!);
    const connection = aConnection(person, client, { environment: 'sandbox' });
    const assertion = anAssertion(person, { rowKey: 'held' });
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const ids = { institutionId, connectionId, orcidClientId, assertionId: assertion.id };
    const item = new RecordItem({ ...ids, section: 'employment', selfId: 'ours' });
    const plan = new Plan({ institutionId, state: 'held', limit: 3, createdAt: new Date('2026-03-01T12:00:00Z') });
    await app.store(person, connection, assertion, item, plan);
    const step = { itemId: item.id, action: 'remove', risk: 'removed', contentHash: null } as const;
    await app.request(() => app.get(PlanRepository).addSteps(plan, [step], null));
    const { code, stdout, stderr } = await command(['create-access-key', 'a-script']);
    await app.get(EntityManager).fork().execute(`delete from plan_step; delete from plan`);
    await app.close();
    expect(stdout).toMatch(/^\S+\n$/);
    expect(stderr).toMatch(/^HELD since 2026-03-01/);
    expect(code).toBe(0);
  });

  it.each(['cases', 'migrate'])(
    'says what to do about a database that does not answer, in one line: %s',
    async (name) => {
      const away = await processOf([name], { DATABASE_URL: 'postgres://us:hush@127.0.0.1:9/ligature' });
      expect(away).toEqual({
        code: 1,
        stdout: '',
        stderr:
          'The configuration has 1 fault:\n  - DATABASE_URL (127.0.0.1:9/ligature): no PostgreSQL answers there. ' +
          'See that it runs, and that host and port are right (ECONNREFUSED).\n',
      });
    },
  );

  it.each([
    ['in a folder that does not exist', 'no-such-folder/report.csv', 'ENOENT'],
    ['that is a folder', '.', 'EISDIR'],
    ['below what is no folder', 'export.csv/report.csv', 'ENOTDIR'],
  ])('imports nothing when its report is to be a file %s', async (_, report, code) => {
    const other = inFolder('other.csv');
    await writeFile(other, `${HEADER}\n${ROW.replace('A-1', 'A-2')}\n`);
    const refused = await command(['import-people', other, '--report', inFolder(report)]);
    expect(refused.stderr).toBe(
      `--report: ${inFolder(report)} cannot be written (${code}). Nothing was imported. Name a file in a folder that exists.\n`,
    );
    expect(refused.code).toBe(1);
  });

  it.each([
    ['a command', ['cases'], ''],
    ['the service', ['serve'], 'ligature-scheduler could not start. '],
  ])(
    'that lacks a key lists this fault and ends, without a log line or a stack trace: %s',
    async (_, given, opening) => {
      const { code, stdout, stderr } = await processOf(given, { TOKEN_KEYS: aTokenKey('2027') });
      const [first, fault, ...more] = stderr.split('\n');
      expect([first, more, stdout, code]).toEqual([`${opening}The configuration has 1 fault:`, [''], '', 1]);
      expect(fault).toMatch(/^ {2}- TOKEN_KEYS lacks the key "2026", which sealed 1 stored value\./);
    },
  );
});
