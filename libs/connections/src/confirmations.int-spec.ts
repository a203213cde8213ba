import { aGrant, OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { OrcidClientRepository, type Person } from '@ligature/persistence';
import { anInstitution, anOrcidClient, aPerson, TestModule } from '@ligature/persistence/testing';
import { Clock } from '@ligature/runtime';
import { EntityManager } from '@mikro-orm/postgresql';
import { Confirmations } from './confirmations.ts';
import { ConnectionsModule } from './connections.module.ts';
import { orcidConfigs, TokenProvider } from './index.ts';
import { endRetiredTokens } from './testing/end-retired-tokens.ts';

/** Ids of people's iDs, apart from each other. */
let iDs = 20_000;
const anotherOrcidId = () => anOrcidId(iDs++);

class MovableClock extends Clock {
  private ahead = 0;

  override now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  moveTo(minutes: number): void {
    this.ahead = minutes * 60_000;
  }
}

describe('a grant that came back from ORCID', () => {
  let app: TestModule;
  let orcid: OrcidDouble;
  const clock = new MovableClock();
  const institution = anInstitution();

  const someone = async (): Promise<Person> => {
    const person = aPerson(institution);
    await app.store(person);
    return person;
  };
  const confirmations = () => app.get(Confirmations);
  const receive = (person: Person, grant = aGrant({ orcid: anotherOrcidId() }), sessionId = 'session') =>
    app.request(() => confirmations().receive(institution, person, grant, { sessionId, shownText: '2026-11/en' }));
  const whatWaits = ({ id: personId }: Person, sessionId = 'session') =>
    app.request(() => confirmations().find({ personId, sessionId }));
  const confirm = (id: string, { id: personId }: Person, sessionId = 'session') =>
    app.request(() => confirmations().confirm(institution, id, { personId, sessionId }));
  const decline = (person: Person) => app.request(() => confirmations().decline(person));
  const receiveAndConfirm = async (person: Person, grant = aGrant({ orcid: anotherOrcidId() })) => {
    await receive(person, grant);
    return confirm((await whatWaits(person))?.id ?? '', person);
  };
  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);
  const endedTokens = () =>
    orcid.seen
      .splice(0)
      .filter(({ path }) => path === '/oauth/revoke')
      .map(({ body }) => new URLSearchParams(body).get('token'));

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    orcid.willAlwaysAnswer(/^\/oauth\/revoke$/, { status: 200 });
    app = await TestModule.start({ imports: [ConnectionsModule], configs: orcidConfigs, env: orcid.env, clock });
    await app.store(institution);
    const client = anOrcidClient(institution);
    await app
      .get(OrcidClientRepository)
      .keepSecret(client, institution.orcidEnvironment, new Secret('client-secret', 'hush'));
    await app.store(client);
  });

  beforeEach(async () => {
    clock.moveTo(0);
    await endRetiredTokens(app);
    orcid.seen.splice(0);
  });

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  it('waits until the person says that the iD is theirs: nothing is connected, written or consented before', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId() })];
    expect(await receive(person, grant)).toEqual({ kind: 'to-confirm' });
    expect(await whatWaits(person)).toMatchObject({ orcid: grant.orcid, name: 'Ada Example' });
    for (const table of ['connection', 'consent_event'])
      expect(await sql(`select 1 from ${table} where person_id = ?`, person.id)).toEqual([]);
    expect(await sql(`select consent from person where id = ?`, person.id)).toEqual([{ consent: 'none' }]);
  });

  it('is stored sealed while it waits', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId() })];
    await receive(person, grant);
    const rows = await sql(
      `select * from pending_grant join retired_token on retired_token.id = retired_token_id where pending_grant.person_id = ?`,
      person.id,
    );
    expect(rows).toHaveLength(1);
    for (const token of [grant.accessToken, grant.refreshToken])
      expect(JSON.stringify(rows)).not.toContain(token?.reveal());
  });

  it('becomes a connection with everything in it when the person confirms it, and its token is not ended', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId() })];
    const outcome = await receiveAndConfirm(person, grant);
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);

    const { id, name, scopes, tokenExpiresAt } = outcome.connection;
    expect({ name, scopes, tokenExpiresAt }).toEqual({
      name: grant.name,
      scopes: grant.scopes,
      tokenExpiresAt: grant.expiresAt,
    });
    const lent = await app.request(() =>
      app.get(TokenProvider).withAccessToken(id, 'read', ({ token }) => Promise.resolve(token.reveal())),
    );
    expect(lent).toBe(grant.accessToken.reveal());
    expect(await sql(`select kind, shown_text from consent_event where person_id = ?`, person.id)).toEqual([
      { kind: 'granted', shown_text: '2026-11/en' },
    ]);
    expect(await whatWaits(person)).toBeUndefined();
    await sql(`update pgboss.job set start_after = now() where name = 'revoke-token'`);
    await endRetiredTokens(app);
    expect(endedTokens()).not.toContain(grant.accessToken.reveal());
  });

  it('is ended at ORCID when nobody confirms it in ten minutes, and cannot be confirmed then', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId() })];
    await receive(person, grant);
    const { id = '' } = (await whatWaits(person)) ?? {};
    const [job] = await sql<{ minutes: number }>(
      `select round(extract(epoch from start_after - created_on) / 60)::int as minutes from pgboss.job
        where name = 'revoke-token' and singleton_key = (select retired_token_id::text from pending_grant where id = ?)`,
      id,
    );
    expect(job).toEqual({ minutes: 11 });
    clock.moveTo(10.1);
    expect(await whatWaits(person)).toBeUndefined();
    expect(await confirm(id, person)).toEqual({ kind: 'expired' });

    await sql(`update pgboss.job set start_after = now() where name = 'revoke-token' and state = 'created'`);
    await endRetiredTokens(app);
    expect(endedTokens()).toContain(grant.accessToken.reveal());
    expect(await sql(`select 1 from pending_grant where id = ?`, id)).toEqual([]);
  });

  it('is ended at once when the person says that the iD is not theirs', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId() })];
    await receive(person, grant);
    const { id = '' } = (await whatWaits(person)) ?? {};
    await decline(person);
    await endRetiredTokens(app);
    expect(endedTokens()).toEqual([grant.accessToken.reveal()]);
    expect(await confirm(id, person)).toEqual({ kind: 'expired' });
    expect(await sql(`select actor, action from audit_event where subject_id = ? order by id`, person.id)).toEqual([
      { actor: 'person', action: 'connection.not-confirmed' },
      { actor: 'scheduler', action: 'token.ended' },
    ]);
  });

  it('is nothing to decline when none waits', async () => {
    const person = await someone();
    await decline(person);
    expect(await sql(`select 1 from audit_event where subject_id = ?`, person.id)).toEqual([]);
  });

  it.each([
    ['in another session', (person: Person, id: string) => confirm(id, person, 'another session')],
    ['by another person', async (_: Person, id: string) => confirm(id, await someone())],
    ['by another id', (person: Person) => confirm('00000000-0000-7000-8000-000000000000', person)],
  ])('cannot be confirmed %s', async (_, attempt) => {
    const person = await someone();
    await receive(person);
    const { id = '' } = (await whatWaits(person)) ?? {};
    expect(await attempt(person, id)).toEqual({ kind: 'expired' });
    expect(await confirm(id, person)).toMatchObject({ kind: 'connected' });
  });

  it('is not shown in another session', async () => {
    const person = await someone();
    await receive(person);
    expect(await whatWaits(person, 'another session')).toBeUndefined();
  });

  it('takes the place of one that waited, which is ended', async () => {
    const [person, first, second] = [
      await someone(),
      aGrant({ orcid: anotherOrcidId() }),
      aGrant({ orcid: anotherOrcidId() }),
    ];
    await receive(person, first);
    await receive(person, second);
    expect(await whatWaits(person)).toMatchObject({ orcid: second.orcid });
    await endRetiredTokens(app);
    expect(endedTokens()).toEqual([first.accessToken.reveal()]);
  });

  it('is confirmed once, though it was pressed twice at once', async () => {
    const person = await someone();
    await receive(person);
    const { id = '' } = (await whatWaits(person)) ?? {};
    const outcomes = await Promise.all([confirm(id, person), confirm(id, person)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['connected', 'expired']);
  });

  it('waits once, though two came at once', async () => {
    const person = await someone();
    const grants = [aGrant({ orcid: anotherOrcidId() }), aGrant({ orcid: anotherOrcidId() })];
    expect(await Promise.all(grants.map((grant) => receive(person, grant)))).toEqual([
      { kind: 'to-confirm' },
      { kind: 'to-confirm' },
    ]);
    expect(await sql(`select 1 from pending_grant where person_id = ?`, person.id)).toHaveLength(1);
  });

  it('renews without a question what the person is connected by', async () => {
    const [person, orcidId] = [await someone(), anotherOrcidId()];
    await receiveAndConfirm(person, aGrant({ orcid: orcidId }));
    expect(await receive(person, aGrant({ orcid: orcidId }))).toMatchObject({ kind: 'connected' });
  });

  it('asks again for an iD that was connected before and is not now', async () => {
    const [person, orcidId] = [await someone(), anotherOrcidId()];
    await receiveAndConfirm(person, aGrant({ orcid: orcidId }));
    await sql(`update connection set ended_at = now(), ended_by = 'disconnected' where person_id = ?`, person.id);
    expect(await receive(person, aGrant({ orcid: orcidId }))).toEqual({ kind: 'to-confirm' });
  });

  it('is refused without a question where somebody else holds the iD, or the person has another', async () => {
    const [holder, other] = [await someone(), await someone()];
    const orcidId = anotherOrcidId();
    await receiveAndConfirm(holder, aGrant({ orcid: orcidId }));
    expect(await receive(other, aGrant({ orcid: orcidId }))).toMatchObject({ kind: 'held-by-another' });
    expect(await receive(holder)).toMatchObject({ kind: 'has-another-id' });
  });

  it('is refused when somebody else took the iD while it waited, and its token is ended', async () => {
    const [first, second] = [await someone(), await someone()];
    const grants = [aGrant({ orcid: anOrcidId(29_999) }), aGrant({ orcid: anOrcidId(29_999) })] as const;
    await receive(first, grants[0]);
    await receive(second, grants[1]);
    expect(await confirm((await whatWaits(second))?.id ?? '', second)).toMatchObject({ kind: 'connected' });
    expect(await confirm((await whatWaits(first))?.id ?? '', first)).toMatchObject({ kind: 'held-by-another' });
    expect(await whatWaits(first)).toBeUndefined();
    await endRetiredTokens(app);
    expect(endedTokens()).toEqual([grants[0].accessToken.reveal()]);
  });

  it('is ended at ORCID when it cannot be kept', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anotherOrcidId(), name: 'Ada\0Example' })];
    await expect(receive(person, grant)).rejects.toThrow();
    expect(endedTokens()).toEqual([grant.accessToken.reveal()]);
  });
});
