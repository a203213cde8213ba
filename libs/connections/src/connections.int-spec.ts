import { orcidConfigs } from './index.ts';
import { AccessRevokedError, OrcidUnavailableError } from '@ligature/orcid-client';
import { aGrant, OrcidDouble } from '@ligature/orcid-client/testing';
import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { OrcidClientRepository, Person } from '@ligature/persistence';
import { anInstitution, anOrcidClient, aPerson, TestModule } from '@ligature/persistence/testing';
import { EntityManager } from '@mikro-orm/postgresql';
import { Connections } from './connections.ts';
import { ConnectionsModule } from './connections.module.ts';
import { NoTokenError } from './no-token.error.ts';
import { endRetiredTokens } from './testing/end-retired-tokens.ts';
import { TokenProvider } from './token-provider.ts';
import { TokenRevocation } from './token-revocation.ts';

describe('connections', () => {
  let app: TestModule;
  let orcid: OrcidDouble;
  let connections: Connections;
  const institution = anInstitution();
  let people = 0;

  const someone = async (): Promise<Person> => {
    people++;
    const person = aPerson(institution);
    await app.store(person);
    return person;
  };
  const connect = (person: Person, grant = aGrant({ orcid: anOrcidId(people) })) =>
    app.request(() => connections.connect(institution, person, grant, '2026-11/en'));
  const consentOf = async (person: Person) =>
    (await app.request(() => app.get(EntityManager).findOneOrFail(Person, { id: person.id }))).consent;
  const sql = <T extends object>(query: string, ...values: unknown[]) =>
    app.get(EntityManager).fork().execute<T[]>(query, values);
  const endedTokens = () =>
    orcid.seen
      .splice(0)
      .filter(({ path }) => path === '/oauth/revoke')
      .map(({ path, body }) => [path, new URLSearchParams(body).get('token')]);

  beforeAll(async () => {
    orcid = await OrcidDouble.start();
    // What the client learns of a record in its own name: it is open.
    const token = {
      access_token: 'client-token',
      token_type: 'bearer',
      expires_in: 631_138_518,
      scope: '/read-public',
    };
    orcid.willAlwaysAnswer(/^\/oauth\/token$/, { status: 200, body: token });
    orcid.willAlwaysAnswer(/\/address$/, { status: 200, body: { address: [] } });
    app = await TestModule.start({ imports: [ConnectionsModule], configs: orcidConfigs, env: orcid.env });
    connections = app.get(Connections);
    const secret = new Secret('client-secret', 'hush');
    await app.store(institution);
    const client = anOrcidClient(institution);
    await app.get(OrcidClientRepository).keepSecret(client, institution.orcidEnvironment, secret);
    await app.store(client);
  });

  beforeEach(async () => {
    // Whatever a test before this one left to be ended at ORCID is not this one's.
    await sql(`delete from pgboss.job where name = 'revoke-token'`);
    await sql('delete from retired_token');
    orcid.seen.splice(0);
    orcid.forget();
  });

  afterAll(async () => {
    await app.close();
    await orcid.stop();
  });

  it('keep the grant sealed, the consent, an audit entry and the first job, all at once', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anOrcidId(people) })];
    const outcome = await connect(person, grant);
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);

    const [row] = await sql<Record<string, unknown>>(`select * from connection where id = ?`, outcome.connection.id);
    expect(row).toMatchObject({
      orcid: grant.orcid,
      name: 'Ada Example',
      scopes: ['/read-limited', '/activities/update'],
    });
    expect(JSON.stringify(row)).not.toContain(grant.accessToken.reveal());
    expect(JSON.stringify(row)).not.toContain(grant.refreshToken?.reveal());
    expect(await consentOf(person)).toBe('active');
    expect(await sql(`select kind, shown_text from consent_event where person_id = ?`, person.id)).toEqual([
      { kind: 'granted', shown_text: '2026-11/en' },
    ]);
    expect(await sql(`select action from audit_event where subject_id = ?`, outcome.connection.id)).toEqual([
      { action: 'connection.made' },
    ]);
    const jobs = await sql(
      `select 1 from pgboss.job where name = 'sync-record' and singleton_key = ?`,
      outcome.connection.id,
    );
    expect(jobs).toHaveLength(1);
  });

  it('belong to the client that ORCID granted them to, though another is current by now', async () => {
    const former = anOrcidClient(institution, 'APP-FORMER0000000001');
    former.becomeFormer();
    await app.store(former);
    const person = await someone();
    await connect(person, aGrant({ orcid: anOrcidId(people), clientId: former.clientId }));
    expect(await sql('select orcid_client_id from connection where person_id = ?', person.id)).toEqual([
      { orcid_client_id: former.id },
    ]);
  });

  it('lend the token out for one use', async () => {
    const [person, grant] = [await someone(), aGrant({ orcid: anOrcidId(people) })];
    const outcome = await connect(person, grant);
    if (outcome.kind !== 'connected') throw new Error(outcome.kind);
    const lent = await app.request(() =>
      app
        .get(TokenProvider)
        .withAccessToken(outcome.connection.id, 'read', (access) =>
          Promise.resolve([access.orcid, access.token.reveal()]),
        ),
    );
    expect(lent).toEqual([grant.orcid, grant.accessToken.reveal()]);
  });

  it('refuse an iD that somebody else holds, touch neither, and end the fresh token', async () => {
    const [holder, other] = [await someone(), await someone()];
    const orcidId = anOrcidId(9_001);
    await connect(holder, aGrant({ orcid: orcidId }));
    const grant = aGrant({ orcid: orcidId });

    expect(await connect(other, grant)).toMatchObject({ kind: 'held-by-another' });
    expect(await Promise.all([consentOf(holder), consentOf(other)])).toEqual(['active', 'none']);
    orcid.willAnswer({ status: 200 });
    await endRetiredTokens(app);
    expect(endedTokens()).toEqual([['/oauth/revoke', grant.accessToken.reveal()]]);
  });

  it('refuse a second iD of one person until the first is let go', async () => {
    const person = await someone();
    await connect(person, aGrant({ orcid: anOrcidId(9_002) }));
    expect(await connect(person, aGrant({ orcid: anOrcidId(9_003) }))).toMatchObject({
      kind: 'has-another-id',
      current: { orcid: anOrcidId(9_002) },
    });
    orcid.willAnswer({ status: 200 });
    await endRetiredTokens(app);
    orcid.seen.splice(0);
  });

  it('leave a case and an entry in the audit trail where an iD was refused, once for the same', async () => {
    const [holder, other] = [await someone(), await someone()];
    await connect(holder, aGrant({ orcid: anOrcidId(9_201) }));
    for (let tried = 0; tried < 2; tried++) await connect(other, aGrant({ orcid: anOrcidId(9_201) }));
    await connect(holder, aGrant({ orcid: anOrcidId(9_202) }));
    const cases = await sql(
      `select kind, other_person_id, evidence ->> 'stated' as stated, evidence ->> 'known' as known
         from person_case where person_id in (?, ?) order by opened_at`,
      other.id,
      holder.id,
    );
    expect(cases).toEqual([
      { kind: 'id-held-by-another', other_person_id: holder.id, stated: anOrcidId(9_201), known: null },
      { kind: 'second-id', other_person_id: null, stated: anOrcidId(9_202), known: anOrcidId(9_201) },
    ]);
    const refusals = await sql(
      `select subject_id, detail ->> 'reason' as reason from audit_event where action = 'connection.refused' order by id desc limit 3`,
    );
    expect(refusals).toEqual([
      { subject_id: holder.id, reason: 'has-another-id' },
      { subject_id: other.id, reason: 'held-by-another' },
      { subject_id: other.id, reason: 'held-by-another' },
    ]);
    orcid.willAnswer({ status: 200 }, { status: 200 }, { status: 200 });
    await endRetiredTokens(app);
    orcid.seen.splice(0);
  });

  it('are a case where the institution has another iD on file, and are made all the same', async () => {
    const person = await someone();
    await sql(`update person set orcid_hint = ? where id = ?`, `https://orcid.org/${anOrcidId(9_204)}`, person.id);
    expect(await connect(person, aGrant({ orcid: anOrcidId(9_203) }))).toMatchObject({ kind: 'connected' });
    const cases = await sql(
      `select kind, evidence ->> 'stated' as stated, evidence ->> 'known' as known from person_case where person_id = ?`,
      person.id,
    );
    expect(cases).toEqual([{ kind: 'id-hint-differs', stated: anOrcidId(9_204), known: anOrcidId(9_203) }]);
  });

  it('give an iD to one of two people who race for it', async () => {
    for (let round = 0; round < 10; round++) {
      const rivals = [await someone(), await someone()];
      const orcidId = anOrcidId(9_100 + round);
      const outcomes = await Promise.all(rivals.map((rival) => connect(rival, aGrant({ orcid: orcidId }))));
      expect(outcomes.map((outcome) => outcome.kind).sort()).toEqual(['connected', 'held-by-another']);
      orcid.willAnswer({ status: 200 });
    }
    await endRetiredTokens(app);
    expect(endedTokens()).toHaveLength(10);
  });

  it('keep their row when the same iD is connected again, and end the older token', async () => {
    const [person, first, second] = [
      await someone(),
      aGrant({ orcid: anOrcidId(9_004) }),
      aGrant({ orcid: anOrcidId(9_004) }),
    ];
    const [before, after] = [await connect(person, first), await connect(person, second)];
    if (before.kind !== 'connected' || after.kind !== 'connected') throw new Error('not connected');
    expect(after.connection.id).toBe(before.connection.id);
    orcid.willAnswer({ status: 200 });
    await endRetiredTokens(app);
    expect(endedTokens()).toEqual([['/oauth/revoke', first.accessToken.reveal()]]);
  });

  describe('when the researcher disconnects', () => {
    it('forget the tokens at once and end them at ORCID as soon as it answers', async () => {
      const [person, grant] = [await someone(), aGrant({ orcid: anOrcidId(people) })];
      const outcome = await connect(person, grant);
      if (outcome.kind !== 'connected') throw new Error(outcome.kind);
      expect(await app.request(() => connections.disconnect(person))).toBe(true);

      expect(
        await sql(`select access_token, refresh_token, ended_by from connection where id = ?`, outcome.connection.id),
      ).toEqual([{ access_token: null, refresh_token: null, ended_by: 'disconnected' }]);
      expect(await consentOf(person)).toBe('disconnected');
      const use = app.request(() =>
        app.get(TokenProvider).withAccessToken(outcome.connection.id, 'read', () => Promise.resolve()),
      );
      await expect(use).rejects.toThrow(NoTokenError);

      orcid.willAnswer({ status: 503, body: '<html>busy</html>' });
      await endRetiredTokens(app);
      expect(await sql(`select 1 from retired_token where person_id = ?`, person.id)).toHaveLength(1);
      await sql(`update pgboss.job set start_after = now() where name = 'revoke-token' and state = 'retry'`);
      orcid.willAnswer({ status: 200 });
      await endRetiredTokens(app);
      expect(await sql(`select 1 from retired_token where person_id = ?`, person.id)).toEqual([]);
      expect(endedTokens().at(-1)).toEqual(['/oauth/revoke', grant.accessToken.reveal()]);
    });

    it('have a token ended that no job ends any more, until ORCID was told', async () => {
      const [person, grant] = [await someone(), aGrant({ orcid: anOrcidId(people) })];
      await connect(person, grant);
      await app.request(() => connections.disconnect(person));
      await sql(`delete from pgboss.job where name = 'revoke-token'`);
      const tryAgain = () => app.request(() => app.get(TokenRevocation).tryAgain(institution.id));
      expect([await tryAgain(), await tryAgain()]).toEqual([1, 0]);
      orcid.willAnswer({ status: 200 });
      await endRetiredTokens(app);
      expect(endedTokens()).toEqual([['/oauth/revoke', grant.accessToken.reveal()]]);
      expect(await tryAgain()).toBe(0);
    });

    it('keep no token that was found revoked before, for it can do nothing more for them', async () => {
      const [person, grant] = [await someone(), aGrant({ orcid: anOrcidId(people) })];
      const outcome = await connect(person, grant);
      if (outcome.kind !== 'connected') throw new Error(outcome.kind);
      await sql(`update connection set ended_at = now(), ended_by = 'revoked' where id = ?`, outcome.connection.id);

      expect(await app.request(() => connections.disconnect(person))).toBe(true);
      expect(
        await sql(`select access_token, refresh_token, ended_by from connection where id = ?`, outcome.connection.id),
      ).toEqual([{ access_token: null, refresh_token: null, ended_by: 'disconnected' }]);
      expect(await consentOf(person)).toBe('disconnected');
      orcid.willAnswer({ status: 200 });
      await endRetiredTokens(app);
      expect(endedTokens().at(-1)).toEqual(['/oauth/revoke', grant.accessToken.reveal()]);
      expect(await app.request(() => connections.disconnect(person))).toBe(false);
    });

    it('do nothing the second time', async () => {
      const person = await someone();
      await connect(person);
      await app.request(() => connections.disconnect(person));
      expect(await app.request(() => connections.disconnect(person))).toBe(false);
      orcid.willAnswer({ status: 200 });
      await endRetiredTokens(app);
      orcid.seen.splice(0);
    });
  });

  describe('when a use of the token fails', () => {
    const answer = { status: 401, reason: 'invalid_token', path: '/' };
    const useAndFail = (connectionId: string, error: Error) =>
      app.request(() => app.get(TokenProvider).withAccessToken(connectionId, 'read', () => Promise.reject(error)));

    it('are not marked by an outage', async () => {
      const person = await someone();
      const outcome = await connect(person);
      if (outcome.kind !== 'connected') throw new Error(outcome.kind);
      const outage = new OrcidUnavailableError({ ...answer, status: 500, reason: null });
      await expect(useAndFail(outcome.connection.id, outage)).rejects.toBe(outage);
      expect(await consentOf(person)).toBe('active');
    });

    it('are not marked when the token was replaced while it was in use', async () => {
      const person = await someone();
      const grant = aGrant({ orcid: anOrcidId(9_005) });
      const outcome = await connect(person, grant);
      if (outcome.kind !== 'connected') throw new Error(outcome.kind);
      const use = app.request(() =>
        app.get(TokenProvider).withAccessToken(outcome.connection.id, 'read', async () => {
          await connect(person, aGrant({ orcid: anOrcidId(9_005) }));
          throw new AccessRevokedError(answer);
        }),
      );
      await expect(use).rejects.toThrow(AccessRevokedError);
      expect(await consentOf(person)).toBe('active');
    });
  });

  it('give way to the iD that ORCID merged theirs into, and to no other', async () => {
    const [person, other] = [await someone(), await someone()];
    const [former, foreign] = [aGrant({ orcid: anOrcidId(9_301) }), aGrant({ orcid: anOrcidId(9_302) })];
    await connect(person, former);
    await connect(other, foreign);
    await sql(`update connection set record_state = 'merged' where person_id = ?`, person.id);
    const refused = await connect(other, aGrant({ orcid: anOrcidId(9_303) }));
    expect(refused.kind).toBe('has-another-id');
    await sql(`update connection set merged_into = ? where person_id = ?`, anOrcidId(9_304), person.id);
    const unnamed = await connect(person, aGrant({ orcid: anOrcidId(9_305) }));
    expect(unnamed.kind).toBe('has-another-id');
    const taken = await connect(person, aGrant({ orcid: anOrcidId(9_304) }));
    expect(taken.kind).toBe('connected');
    expect(
      await sql(`select orcid, ended_by from connection where person_id = ? order by connected_at, id`, person.id),
    ).toEqual([
      { orcid: anOrcidId(9_301), ended_by: 'disconnected' },
      { orcid: anOrcidId(9_304), ended_by: null },
    ]);
    orcid.willAnswer({ status: 200 }, { status: 200 }, { status: 200 });
    await endRetiredTokens(app);
    orcid.seen.splice(0);
  });

  it('remember a refusal, and leave an older permission alone', async () => {
    const [fresh, connected] = [await someone(), await someone()];
    await connect(connected);
    await app.request(() => connections.deny(fresh, '2026-11/de'));
    await app.request(() => connections.deny(connected, '2026-11/de'));
    expect(await Promise.all([consentOf(fresh), consentOf(connected)])).toEqual(['denied', 'active']);
  });
});
