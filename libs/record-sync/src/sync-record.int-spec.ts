import { OrcidClientConfig } from '@ligature/orcid-client';
import { OrcidDouble, type ScriptedAnswer } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { Appointment, type Connection, InstitutionRepository, JobQueue, TokenVault } from '@ligature/persistence';
import { aConnection, anAppointment, anInstitution, aPerson, TestModule } from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { RecordSyncModule } from './record-sync.module.ts';
import { RecordSweep } from './record-sweep.ts';
import { SyncRecord } from './sync-record.ts';
import { TokenHealth } from './token-health.ts';

const created = (putCode: number): ScriptedAnswer => ({
  status: 201,
  headers: { Location: `https://api/x/employment/${putCode}` },
});
const ok: ScriptedAnswer = { status: 200, body: {} };
const orcidError = (status: number, code: number, message = ''): ScriptedAnswer => ({
  status,
  body: { 'error-code': code, 'developer-message': message, 'user-message': message },
});
const onRecord = (...items: { putCode: number; selfId?: string; client?: string }[]): ScriptedAnswer => ({
  status: 200,
  body: {
    'affiliation-group': items.map(({ putCode, selfId, client = 'APP-EXAMPLE000000001' }) => ({
      summaries: [
        {
          'employment-summary': {
            'put-code': putCode,
            source: { 'source-client-id': { path: client } },
            'external-ids': {
              'external-id': [{ 'external-id-value': selfId ?? 'x', 'external-id-relationship': 'self' }],
            },
          },
        },
      ],
    })),
  },
});

describe('bringing a record up to date', () => {
  let app: TestModule;
  let orcid: OrcidDouble;
  const clock = new StoppedClock('2026-03-01T12:00:00Z');
  const institution = anInstitution();
  let people = 0;

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    app = await TestModule.start({
      imports: [RecordSyncModule],
      configs: [OrcidClientConfig],
      env: orcid.env,
      clock,
    });
    await app.get(InstitutionRepository).keepClientSecret(institution, new Secret('client-secret', 'hush'));
    await app.store(institution);
  });

  beforeEach(() => {
    orcid.seen.splice(0);
    clock.moveTo('2026-03-01T12:00:00Z');
  });

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  /** A connected person with the given jobs. */
  const someone = async (...jobs: Parameters<typeof anAppointment>[1][]): Promise<Connection> => {
    const staffId = String(++people).padStart(6, '0');
    const person = aPerson(institution, { staffId });
    const connection = aConnection(person, { orcid: anOrcidId(people) });
    const { id: row, orcid: orcidId, environment } = connection;
    const context = { table: 'connection', row, owner: person.id, orcid: orcidId, environment } as const;
    connection.accessToken = await app.get(TokenVault).seal(new Secret('access-token', 'tok'), context);
    await app.store(
      person,
      connection,
      ...jobs.map((job, at) => anAppointment(institution, { staffId, jobId: String(at), ...job })),
    );
    return connection;
  };
  const sync = ({ id }: Connection) => app.request(() => app.get(SyncRecord).run(id));
  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);
  const items = ({ id }: Connection) =>
    sql<{ id: string; state: string; put_code: string | null; problem: { code: string } | null }>(
      `select item.id, item.state, item.put_code, item.problem from record_item item where connection_id = ? order by item.id`,
      id,
    );
  const intents = ({ id }: Connection) =>
    sql(`select action from write_intent where item_id in (select id from record_item where connection_id = ?)`, id);
  const audit = ({ id }: Connection) =>
    sql<{ action: string }>(
      `select action from audit_event where subject_id in (select id from record_item where connection_id = ?) order by id`,
      id,
    ).then((rows) => rows.map((row) => row.action));
  const calls = () => orcid.seen.map(({ method, path }) => `${method} ${path.replace(/^\/v3.0\/[^/]+/, '')}`);

  it('writes each job once, keeps the put-code, and costs nothing the second time', async () => {
    const person = await someone({ role: 'Steward' }, { role: 'Lecturer' });
    orcid.willAnswer(created(11), created(12));
    await sync(person);
    await sync(person);
    expect(calls()).toEqual(['POST /employment', 'POST /employment']);
    expect((await items(person)).map((item) => [item.state, item.put_code])).toEqual([
      ['present', '11'],
      ['present', '12'],
    ]);
    expect(await audit(person)).toEqual(['item.created', 'item.created']);
    expect(await intents(person)).toEqual([]);
  });

  it('updates the same item with the end date on the day after the last day', async () => {
    const person = await someone({ endDate: '2026-03-01' });
    orcid.willAnswer(created(21));
    await sync(person);
    clock.moveTo('2026-03-01T23:30:00Z');
    orcid.willAnswer(ok);
    await sync(person);
    expect(calls()).toEqual(['POST /employment', 'PUT /employment/21']);
    expect(JSON.parse(orcid.seen[1]?.body ?? '')).toMatchObject({
      'put-code': 21,
      'end-date': { day: { value: '01' } },
    });
  });

  it('writes nothing before a job begins, and withdraws one whose beginning was put off', async () => {
    const person = await someone({ startDate: '2026-03-02' });
    await sync(person);
    expect(calls()).toEqual([]);
    clock.moveTo('2026-03-02T12:00:00Z');
    orcid.willAnswer(created(31));
    await sync(person);
    await sql(`update appointment set start_date = '2026-09-01' where staff_id = ?`, String(people).padStart(6, '0'));
    orcid.willAnswer({ status: 204 });
    await sync(person);
    expect(calls()).toEqual(['POST /employment', 'DELETE /employment/31']);
    expect(await items(person)).toMatchObject([{ state: 'withdrawn', put_code: null }]);
  });

  describe('when the answer to a creation is lost', () => {
    it('looks before any second try, waits while the first may be under way, and adopts what it finds', async () => {
      const person = await someone({});
      orcid.willAnswer('hang-up');
      await expect(sync(person)).rejects.toMatchObject({ code: 'orcid-unavailable' });
      expect(await intents(person)).toEqual([{ action: 'create' }]);

      orcid.willAnswer(onRecord());
      await expect(sync(person)).rejects.toMatchObject({ code: 'too-soon' });

      const [item] = await items(person);
      orcid.willAnswer(onRecord({ putCode: 41, selfId: item?.id ?? '' }));
      await sync(person);
      expect(calls()).toEqual(['POST /employment', 'GET /employments', 'GET /employments']);
      expect(await items(person)).toMatchObject([{ state: 'present', put_code: '41' }]);
      expect(await audit(person)).toEqual(['item.adopted']);
    });

    it('sends it again only when it is surely not there', async () => {
      const person = await someone({});
      orcid.willAnswer('hang-up');
      await expect(sync(person)).rejects.toThrow();
      clock.moveTo('2026-03-01T12:05:00Z');
      orcid.willAnswer(onRecord({ putCode: 1, selfId: 'somebody-else’s' }), created(42));
      await sync(person);
      expect(calls()).toEqual(['POST /employment', 'GET /employments', 'POST /employment']);
      expect(await items(person)).toMatchObject([{ state: 'present', put_code: '42' }]);
    });

    it('keeps the oldest of two and removes the other', async () => {
      const person = await someone({});
      orcid.willAnswer('hang-up');
      await expect(sync(person)).rejects.toThrow();
      const [item] = await items(person);
      const selfId = item?.id ?? '';
      orcid.willAnswer(onRecord({ putCode: 100, selfId }, { putCode: 99, selfId }), { status: 204 });
      await sync(person);
      expect(calls().at(-1)).toBe('DELETE /employment/100');
      expect(await items(person)).toMatchObject([{ state: 'present', put_code: '99' }]);
    });

    it('does not take an item of another source for ours, though it names our identifier', async () => {
      const person = await someone({});
      orcid.willAnswer('hang-up');
      await expect(sync(person)).rejects.toThrow();
      const [item] = await items(person);
      clock.moveTo('2026-03-01T12:05:00Z');
      orcid.willAnswer(onRecord({ putCode: 5, selfId: item?.id ?? '', client: 'APP-OTHER' }), created(43));
      await sync(person);
      expect(await items(person)).toMatchObject([{ put_code: '43' }]);
    });
  });

  it('writes again after the answer to an update is lost', async () => {
    const person = await someone({ endDate: '2026-03-01' });
    orcid.willAnswer(created(51));
    await sync(person);
    clock.moveTo('2026-03-02T12:00:00Z');
    orcid.willAnswer('hang-up');
    await expect(sync(person)).rejects.toThrow();
    const [item] = await items(person);
    orcid.willAnswer(onRecord({ putCode: 51, selfId: item?.id ?? '' }), ok);
    await sync(person);
    expect(calls().slice(-2)).toEqual(['GET /employments', 'PUT /employment/51']);
    expect(await intents(person)).toEqual([]);
  });

  it('adopts an item that is there already, and brings it to what is wanted', async () => {
    const person = await someone({});
    orcid.willAnswer(orcidError(409, 9021, 'see element with put-code 61.'), ok);
    await sync(person);
    expect(calls()).toEqual(['POST /employment', 'PUT /employment/61']);
    expect(await items(person)).toMatchObject([{ state: 'present', put_code: '61' }]);
  });

  it('respects that the owner removed an item', async () => {
    const person = await someone({ endDate: '2026-03-01' });
    orcid.willAnswer(created(71));
    await sync(person);
    clock.moveTo('2026-03-02T12:00:00Z');
    orcid.willAnswer(orcidError(404, 9016));
    await sync(person);
    await sync(person);
    expect(calls()).toEqual(['POST /employment', 'PUT /employment/71']);
    expect(await items(person)).toMatchObject([{ state: 'removedByOwner', put_code: null }]);
    expect(await audit(person)).toEqual(['item.created', 'item.found-removed']);
  });

  it('tells what ORCID refuses, and does not send it again until it changed', async () => {
    const person = await someone({});
    orcid.willAnswer(orcidError(400, 9045, 'The organisation is not known.'));
    await sync(person);
    await sync(person);
    expect(calls()).toEqual(['POST /employment']);
    expect(await items(person)).toMatchObject([
      { state: 'wanted', problem: { code: 'invalid-item', message: 'The organisation is not known.' } },
    ]);
    await sql(`update appointment set role = 'Professor' where staff_id = ?`, String(people).padStart(6, '0'));
    orcid.willAnswer(created(81));
    await sync(person);
    expect(await items(person)).toMatchObject([{ state: 'present', problem: null }]);
  });

  it('stops quietly at a record that is locked, says why, and tries again another day', async () => {
    const person = await someone({}, {});
    orcid.willAnswer(orcidError(409, 9018));
    await sync(person);
    expect(calls()).toEqual(['POST /employment']);
    expect((await items(person)).map((item) => item.problem?.code)).toEqual(['record-locked', undefined]);
    orcid.willAnswer(created(91), created(92));
    await sync(person);
    expect((await items(person)).map((item) => item.put_code)).toEqual(['91', '92']);
  });

  it('is asked for again when ORCID wants fewer requests, leaving nothing in doubt', async () => {
    const person = await someone({});
    orcid.willAnswer({ status: 503, body: '<html>slow down</html>' });
    await expect(sync(person)).rejects.toMatchObject({ code: 'rate-limited' });
    expect(await intents(person)).toEqual([]);
  });

  it('ends when the permission was taken back', async () => {
    const person = await someone({}, {});
    orcid.willAnswer({ status: 401, body: { error: 'invalid_token', error_description: 'Invalid access token: tok' } });
    await sync(person);
    expect(calls()).toHaveLength(1);
    expect(await sql(`select ended_by from connection where id = ?`, person.id)).toEqual([{ ended_by: 'revoked' }]);
    await sync(person);
    expect(calls()).toHaveLength(1);
  });

  describe('the rounds', () => {
    it('ask for the records that are not as wanted today, and no others', async () => {
      const [done, leaver] = [await someone({}), await someone({ endDate: '2026-03-01' })];
      orcid.willAnswer(created(101), created(102));
      await sync(done);
      await sync(leaver);
      await sql(`delete from pgboss.job`);
      clock.moveTo('2026-03-02T12:00:00Z');
      await app.request(() => app.get(RecordSweep).syncDue(institution));
      const asked = await sql<{ key: string }>(
        `select singleton_key as key from pgboss.job where name = 'sync-record'`,
      );
      const keys = asked.map(({ key }) => key);
      expect([keys.includes(done.id), keys.includes(leaver.id)]).toEqual([false, true]);
    });

    it('ask to check the permissions that ORCID has not confirmed since', async () => {
      const person = await someone();
      await sql(`update connection set checked_at = '2026-02-01' where id = ?`, person.id);
      await app.request(() => app.get(RecordSweep).checkTokens(institution, new Date('2026-02-02')));
      const checked: string[] = [];
      await app.get(JobQueue).drain('check-token', (job) => Promise.resolve(void checked.push(job.connectionId)));
      expect(checked).toContain(person.id);
    });
  });

  describe('a check of a permission', () => {
    const check = ({ id }: Connection) => app.request(() => app.get(TokenHealth).check(id));
    const endOf = ({ id }: Connection) => sql(`select ended_by from connection where id = ?`, id);

    it('notes when ORCID accepted it, and what the owner removed', async () => {
      const person = await someone({}, {});
      orcid.willAnswer(created(111), created(112));
      await sync(person);
      clock.moveTo('2026-03-05T00:00:00Z');
      orcid.willAnswer(onRecord({ putCode: 112 }));
      await check(person);
      expect((await items(person)).map((item) => item.state)).toEqual(['removedByOwner', 'present']);
      expect(await sql(`select checked_at = ? as noted from connection where id = ?`, clock.now(), person.id)).toEqual([
        { noted: true },
      ]);
    });

    it('finds a permission that was taken back', async () => {
      const person = await someone();
      orcid.willAnswer({ status: 401, body: { error: 'invalid_token' } });
      await check(person);
      expect(await endOf(person)).toEqual([{ ended_by: 'revoked' }]);
    });

    it.each([
      ['an outage', 'hang-up' as const],
      ['a busy server', { status: 503, body: '<html>' }],
      ['a refused client', { status: 403, body: { error: 'forbidden' } }],
      ['maintenance', { status: 200, body: '<html>' }],
    ])('does not take %s for that, and is asked for again', async (_, answer) => {
      const person = await someone();
      orcid.willAnswer(answer);
      await expect(check(person)).rejects.toThrow();
      expect(await endOf(person)).toEqual([{ ended_by: null }]);
    });
  });

  it('leaves alone the appointments of people who are not connected', async () => {
    await app.store(anAppointment(institution, { staffId: 'nobody' }));
    await app.request(() => app.get(RecordSweep).syncDue(institution));
    expect(await app.request(() => app.get(EntityManager).count(Appointment, { staffId: 'nobody' }))).toBe(1);
    expect(calls()).toEqual([]);
  });
});
