import { AccessRevokedError } from '@ligature/orcid-client';
import { aGrant, OrcidDouble, type ScriptedAnswer } from '@ligature/orcid-client/testing';
import { type OrcidId, Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { OrcidClientRepository, type Person, type TokenUse } from '@ligature/persistence';
import { anInstitution, anOrcidClient, aPerson, TestModule } from '@ligature/persistence/testing';
import { StoppedClock } from '@ligature/runtime/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { Connections } from './connections.ts';
import { ConnectionsModule } from './connections.module.ts';
import { orcidConfigs } from './index.ts';
import { PermissionEvidence } from './permission-evidence.ts';
import { TokenProvider } from './token-provider.ts';

const BEGIN = '2026-03-01T12:00:00Z';
const NOON = Date.parse(BEGIN);
const OPEN: ScriptedAnswer = { status: 200, body: { address: [] } };
const DEACTIVATED: ScriptedAnswer = { status: 409, body: { 'response-code': 409, 'error-code': 9044 } };
const LOCKED: ScriptedAnswer = { status: 409, body: { 'response-code': 409, 'error-code': 9018 } };
const NO_TOKEN_IS_CHECKED: ScriptedAnswer = { status: 401, body: { error: 'invalid_token' } };
const CLIENT_TOKEN: ScriptedAnswer = {
  status: 200,
  body: { access_token: 'client-token', token_type: 'bearer', expires_in: 631_138_518, scope: '/read-public' },
};

interface Holder {
  readonly person: Person;
  readonly connectionId: string;
  readonly orcid: OrcidId;
}

interface Standing {
  readonly ended_by: string | null;
  readonly is_doubted: boolean;
  readonly has_token: boolean;
}

describe('a permission', () => {
  const clock = new StoppedClock(BEGIN);
  const institution = anInstitution();
  let orcid: OrcidDouble;
  let app: TestModule;
  let people = 0;

  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);
  const atMinute = (minute: number): void => clock.moveTo(new Date(NOON + minute * 60_000).toISOString());
  const recordIs = ({ orcid: id }: Holder, answer: ScriptedAnswer): void =>
    orcid.willAlwaysAnswer(new RegExp(`/${id}/address$`), answer);
  const connect = async (person: Person, id: OrcidId): Promise<Holder> => {
    const outcome = await app.request(() =>
      app.get(Connections).connect(institution, person, aGrant({ orcid: id }), '2026-11/en'),
    );
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);
    const holder = { person, connectionId: outcome.connection.id, orcid: id };
    recordIs(holder, OPEN);
    return holder;
  };
  const someone = async (): Promise<Holder> => {
    const person = aPerson(institution);
    await app.store(person);
    return connect(person, anOrcidId(++people));
  };
  const use = ({ connectionId }: Holder, accepted: boolean, usedFor: TokenUse = 'read'): Promise<unknown> =>
    app
      .request(() =>
        app.get(TokenProvider).withAccessToken(connectionId, usedFor, () => {
          if (accepted) return Promise.resolve('accepted');
          throw new AccessRevokedError({ status: 401, reason: 'invalid_token', path: '/' });
        }),
      )
      .catch((error: unknown) => error);
  const refuse = async (holder: Holder, ...minutes: number[]): Promise<void> => {
    for (const minute of minutes) {
      atMinute(minute);
      await use(holder, false);
    }
  };
  const standing = async ({ connectionId }: Holder): Promise<Standing | undefined> => {
    const rows = await sql<Standing>(
      `select ended_by, doubted_since is not null as is_doubted, access_token is not null as has_token
         from connection where id = ?`,
      connectionId,
    );
    return rows[0];
  };
  const jobs = ({ connectionId }: Holder, name: string) =>
    sql<{ minutes: number }>(
      `select round(extract(epoch from start_after - created_on) / 60)::int as minutes from pgboss.job
        where name = ? and singleton_key = ?`,
      name,
      connectionId,
    );

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    orcid.willAlwaysAnswer(/^\/oauth\/token$/, CLIENT_TOKEN);
    app = await TestModule.start({ imports: [ConnectionsModule], configs: orcidConfigs, env: orcid.env, clock });
    await app.store(institution);
    const client = anOrcidClient(institution);
    const secret = new Secret('client-secret', 'hush');
    await app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, secret);
    await app.store(client);
  });

  beforeEach(async () => {
    clock.moveTo(BEGIN);
    await sql(`delete from token_evidence`);
  });

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  const VALID = { ended_by: null, is_doubted: false, has_token: true };
  const DOUBTED = { ...VALID, is_doubted: true };
  const REVOKED = { ...VALID, ended_by: 'revoked' };

  it('that ORCID refuses once is in doubt, and asked about again when another refusal counts', async () => {
    const holder = await someone();
    await refuse(holder, 10);
    expect(await standing(holder)).toEqual(DOUBTED);
    expect(await jobs(holder, 'check-token')).toEqual([{ minutes: 30 }]);
    expect(await sql(`select used_for, counter_check from token_evidence`)).toEqual([
      { used_for: 'read', counter_check: 'open' },
    ]);
    expect(await sql(`select action from audit_event where subject_id = ? order by id`, holder.connectionId)).toEqual([
      { action: 'connection.made' },
      { action: 'connection.doubted' },
    ]);
  });

  it('that ORCID refuses three times, half an hour apart, has ended; its token is kept', async () => {
    const holder = await someone();
    await refuse(holder, 10, 40);
    expect(await standing(holder)).toEqual(DOUBTED);
    await refuse(holder, 70);
    expect(await standing(holder)).toEqual(REVOKED);
  });

  it('stands however often ORCID refuses it within half an hour', async () => {
    const holder = await someone();
    await refuse(holder, 10, 11, 12, 13, 14, 15, 39);
    expect(await standing(holder)).toEqual(DOUBTED);
  });

  it('stands when the refusals lie more than a day apart', async () => {
    const holder = await someone();
    await refuse(holder, 10, 24 * 60, 48 * 60);
    expect(await standing(holder)).toEqual(DOUBTED);
  });

  it('is refused by a removal and by a write just as by a read', async () => {
    const holder = await someone();
    for (const [minute, usedFor] of [
      [10, 'removal'],
      [40, 'write'],
      [70, 'read'],
    ] as const) {
      atMinute(minute);
      await use(holder, false, usedFor);
    }
    expect(await standing(holder)).toEqual(REVOKED);
  });

  it('is not doubted any more when ORCID accepts it: what waited is written, and earlier refusals count for nothing', async () => {
    const holder = await someone();
    await refuse(holder, 10, 40);
    await sql(`delete from pgboss.job where name = 'sync-record'`);
    atMinute(50);
    await use(holder, true);
    expect(await standing(holder)).toEqual(VALID);
    expect(await jobs(holder, 'sync-record')).toHaveLength(1);
    await refuse(holder, 70, 100);
    expect(await standing(holder)).toEqual(DOUBTED);
  });

  it('is not proved by a removal: ORCID lets that through with a token that was taken back, too', async () => {
    const holder = await someone();
    await refuse(holder, 10);
    await use(holder, true, 'removal');
    expect(await standing(holder)).toEqual(DOUBTED);
  });

  it('is confirmed by whatever it is used for, and that is not written down for every use', async () => {
    const holder = await someone();
    const confirmed = async () => {
      const [row] = await sql<{ minute: number }>(
        `select round(extract(epoch from checked_at - ?::timestamptz) / 60)::int as minute from connection where id = ?`,
        BEGIN,
        holder.connectionId,
      );
      return row?.minute;
    };
    const seen: unknown[] = [];
    for (const minute of [4, 10, 12]) {
      atMinute(minute);
      await use(holder, true, 'write');
      seen.push(await confirmed());
    }
    expect(seen).toEqual([0, 10, 10]);
  });

  it('is not touched by an outage of ORCID’s authorization server, however long', async () => {
    const holder = await someone();
    recordIs(holder, NO_TOKEN_IS_CHECKED);
    for (let minute = 0; minute <= 20 * 60; minute += 30) {
      atMinute(minute);
      expect(await use(holder, false)).toMatchObject({ code: 'orcid-unavailable' });
    }
    expect(await standing(holder)).toEqual(VALID);
    const checks = await sql(`select distinct counter_check from token_evidence`);
    expect(checks).toEqual([{ counter_check: 'unanswered' }]);
  });

  it.each([
    ['deactivated', DEACTIVATED, { ...REVOKED, ended_by: 'deactivated' }],
    ['locked', LOCKED, DOUBTED],
  ])('on a record that is %s ends as that says, by three refusals', async (state, answer, expected) => {
    const holder = await someone();
    recordIs(holder, answer);
    await refuse(holder, 10, 40, 70);
    expect(await standing(holder)).toEqual(expected);
    expect(await sql(`select record_state from connection where id = ?`, holder.connectionId)).toEqual([
      { record_state: state },
    ]);
  });

  it('keeps the new iD of a record that was merged, and stands', async () => {
    const [holder, newId] = [await someone(), anOrcidId(9_100)];
    recordIs(holder, {
      status: 301,
      headers: { Location: `https://api.orcid.org/v3.0/${newId}/address` },
      body: { 'response-code': 301, 'error-code': 9007 },
    });
    await refuse(holder, 10, 40, 70);
    expect(await sql(`select ended_by, merged_into from connection where id = ?`, holder.connectionId)).toEqual([
      { ended_by: null, merged_into: newId },
    ]);
  });

  describe('when ORCID refuses many at once', () => {
    it('is not believed to have ended before an hour of doubt', async () => {
      const all = await Promise.all(Array.from({ length: 5 }, someone));
      for (const minute of [10, 40, 69]) for (const holder of all) await refuse(holder, minute);
      expect(await Promise.all(all.map(standing))).toEqual(all.map(() => DOUBTED));
      for (const holder of all) await refuse(holder, 100);
      expect(await Promise.all(all.map(standing))).toEqual(all.map(() => REVOKED));
    });

    it('is believed at once when many more are accepted at the same time', async () => {
      const [few, many] = [
        await Promise.all(Array.from({ length: 5 }, someone)),
        await Promise.all(Array.from({ length: 25 }, someone)),
      ];
      for (const at of [0, 1, 2]) {
        atMinute(10 + at * 30);
        for (const holder of many) await use(holder, true);
        for (const holder of few) await use(holder, false);
      }
      expect(await Promise.all(few.map(standing))).toEqual(few.map(() => REVOKED));
    });
  });

  describe('that was asked about by somebody who waits', () => {
    const believeNow = ({ connectionId }: Holder) =>
      app.request(() => app.get(PermissionEvidence).believeNow(connectionId));

    it('has ended when ORCID refused it twice just now, also while it refuses many', async () => {
      const all = await Promise.all(Array.from({ length: 6 }, someone));
      for (const holder of all) await refuse(holder, 10);
      const [holder] = all;
      if (holder === undefined) throw new Error('nobody');
      await use(holder, false);
      await believeNow(holder);
      expect(await standing(holder)).toEqual(REVOKED);
    });

    it('stands when ORCID refused it once, or did not answer the other question', async () => {
      const holder = await someone();
      await refuse(holder, 10);
      recordIs(holder, NO_TOKEN_IS_CHECKED);
      await use(holder, false);
      await believeNow(holder);
      expect(await standing(holder)).toEqual(DOUBTED);
    });
  });

  describe('that was taken for revoked, and that ORCID accepts after all', () => {
    it('goes on, and what waited is written', async () => {
      const holder = await someone();
      await refuse(holder, 10, 40, 70);
      await sql(`delete from pgboss.job where name = 'sync-record'`);
      await use(holder, true);
      expect(await standing(holder)).toEqual(VALID);
      expect(await sql(`select consent from person where id = ?`, holder.person.id)).toEqual([{ consent: 'active' }]);
      expect(await jobs(holder, 'sync-record')).toHaveLength(1);
    });

    it('stays ended when another person holds the iD by now', async () => {
      const holder = await someone();
      await refuse(holder, 10, 40, 70);
      const other = aPerson(institution);
      await app.store(other);
      await connect(other, holder.orcid);
      await use(holder, true);
      expect(await standing(holder)).toEqual(REVOKED);
    });

    it('stays ended when the person holds another iD by now', async () => {
      const holder = await someone();
      await refuse(holder, 10, 40, 70);
      await connect(holder.person, anOrcidId(9_200));
      await use(holder, true);
      expect(await standing(holder)).toEqual(REVOKED);
    });
  });
});
