import { Secret } from '@ligature/orcid-model';
import { anOrcidId } from '@ligature/orcid-model/testing';
import { CodeExchangeRepository, Concerns, type Institution, OrcidClientRepository } from '@ligature/persistence';
import { anInstitution, anOrcidClient, aPerson } from '@ligature/persistence/testing';
import { MikroORM, RequestContext } from '@mikro-orm/postgresql';
import { PortalInTest } from '../testing/portal-in-test.ts';
import { type Answer, ScriptedOrcid } from '../testing/scripted-orcid.ts';
import { TEXTS } from '../texts/languages.ts';

const HOST = 'localhost:3000';
const CSRF = 'a token of this session';
const LOST = TEXTS.en.problems.answerLost.title;

let iDs = 40_000;

describe('what comes back from ORCID and cannot be kept', () => {
  let orcid: ScriptedOrcid;
  let portal: PortalInTest;
  let institution: Institution;

  beforeAll(async () => {
    orcid = await ScriptedOrcid.start();
    portal = await PortalInTest.start({ ...orcid.env, PORTAL_URL: `http://${HOST}` });
    institution = anInstitution();
    const client = anOrcidClient(institution);
    const secret = new Secret('client-secret', 'hush');
    await portal.store(institution);
    await inContext(() => portal.app.get(OrcidClientRepository).keepSecret(client, 'local', secret));
    await portal.store(client);
    await portal.execute(
      `create function refuse() returns trigger language plpgsql as 'begin raise exception ''no''; end'`,
    );
  });

  beforeEach(async () => {
    orcid.forget();
    for (const table of ['pending_grant', 'retired_token'])
      await portal.execute(`drop trigger if exists refuse on ${table}`);
    await portal.execute(`delete from code_exchange`);
  });

  afterAll(async () => {
    await portal.close();
    await orcid.stop();
  });

  const inContext = <T>(work: () => Promise<T>): Promise<T> => RequestContext.create(portal.app.get(MikroORM).em, work);
  const breakTable = (table: string) =>
    portal.execute(`create trigger refuse before insert on ${table} for each row execute function refuse()`);
  /** Somebody who was sent to ORCID. @returns how they come back with a code */
  const begun = async () => {
    const person = aPerson(institution);
    await portal.store(person);
    const cookie = await portal.session(institution.id, { personId: person.id, csrfToken: CSRF });
    const begin = await portal.post('/connect', HOST, { _csrf: CSRF }, cookie);
    const state = new URL(begin.headers['location'] ?? '').searchParams.get('state') ?? '';
    const path = `/orcid/callback?code=c&state=${state}`;
    return { person, cookie, path, comeBack: () => portal.get(path, HOST, cookie) };
  };
  const granted = (token: string, change: object = {}): Answer => ({
    status: 200,
    body: {
      access_token: token,
      refresh_token: `refresh-${token}`,
      token_type: 'bearer',
      expires_in: 631_138_518,
      scope: '/read-limited /activities/update',
      name: 'Ada Example',
      orcid: anOrcidId(iDs++),
      ...change,
    },
  });
  const revoked = () => orcid.seen.filter(({ path }) => path === '/oauth/revoke').map(({ form }) => form.get('token'));
  const exchanged = () => orcid.seen.filter(({ path }) => path === '/oauth/token').length;
  const openExchanges = () => portal.query(`select lost_at is not null as lost from code_exchange`);
  const lostOf = (institutionId: string) =>
    inContext(() => portal.app.get(CodeExchangeRepository).lost(institutionId, 10));

  it.each([
    ['an iD that is none', { orcid: '0000-0002-1825-0098' }],
    ['no iD', { orcid: null }],
    ['another kind of token', { token_type: 'mac' }],
  ])('is ended at ORCID at once: %s', async (_, change) => {
    const { comeBack } = await begun();
    orcid.willAnswer(granted('unreadable', change), { status: 200 });
    expect((await comeBack()).status).toBe(503);
    expect(revoked()).toEqual(['unreadable']);
    expect(await openExchanges()).toEqual([]);
  });

  it('is sealed for the job that ends tokens where ORCID does not take it at once', async () => {
    const { person, comeBack } = await begun();
    orcid.willAnswer(granted('unreadable-too', { orcid: null }), { status: 500, body: {} });
    expect((await comeBack()).status).toBe(503);
    const sealed = await portal.query(
      `select token.orcid, job.name from retired_token token join pgboss.job on job.singleton_key = token.id::text
        where token.person_id = ? and job.state < 'active'`,
      [person.id],
    );
    expect(sealed).toEqual([{ orcid: null, name: 'revoke-token' }]);
    expect(await openExchanges()).toEqual([]);
  });

  it('is ended at ORCID when the database does not take it', async () => {
    const { comeBack } = await begun();
    await breakTable('pending_grant');
    orcid.willAnswer(granted('untaken'), { status: 200 });
    const { status, text } = await comeBack();
    expect(status).toBe(500);
    expect(text).toContain(TEXTS.en.problems.internal.title);
    expect(revoked()).toEqual(['untaken']);
    expect(await openExchanges()).toEqual([]);
  });

  it('is sealed for the job when the database does not take it as a connection and ORCID does not end it', async () => {
    const { person, comeBack } = await begun();
    await breakTable('pending_grant');
    orcid.willAnswer(granted('untaken-too'), { status: 500, body: {} });
    expect((await comeBack()).status).toBe(500);
    expect(await portal.query(`select 1 from retired_token where person_id = ?`, [person.id])).toHaveLength(1);
    expect(await openExchanges()).toEqual([]);
  });

  it('is told to the person, counted and listed when neither the database nor ORCID takes it', async () => {
    const { person, comeBack } = await begun();
    for (const table of ['pending_grant', 'retired_token']) await breakTable(table);
    orcid.willAnswer(granted('nowhere'), { status: 500, body: {} });
    const { status, text } = await comeBack();
    expect(status).toBe(503);
    expect(text).toContain(LOST);
    expect(await lostOf(institution.id)).toMatchObject([{ personId: person.id }]);
    expect(await inContext(() => portal.app.get(Concerns).list())).toContain(
      'people whose answer from ORCID was lost: 1 (scheduler: cases)',
    );
    expect(
      await portal.query(`select action from audit_event where subject_id = ? and action = 'permission.lost'`, [
        person.id,
      ]),
    ).toHaveLength(1);
  });

  it('is told and listed when ORCID’s answer does not arrive, and its code is not presented again', async () => {
    const { person, comeBack } = await begun();
    orcid.willAnswer('hang-up');
    for (let opened = 0; opened < 2; opened++) {
      const { status, text } = await comeBack();
      expect(status).toBe(503);
      expect(text).toContain(LOST);
    }
    expect(exchanged()).toBe(1);
    expect(await lostOf(institution.id)).toMatchObject([{ personId: person.id }]);
  });

  it('is told when this process was lost before it could keep it: the page that is loaded again says so', async () => {
    const { person, cookie, path, comeBack } = await begun();
    orcid.willAnswer('hang-up');
    await comeBack();
    // What a process leaves that ends between ORCID's commit and its own.
    await portal.execute(`update code_exchange set lost_at = null, begun_at = now() - interval '2 minutes'`);
    expect((await portal.get(path, HOST, cookie)).text).toContain(LOST);
    expect(await lostOf(institution.id)).toEqual([]);
    await portal.execute(`update code_exchange set begun_at = now() - interval '6 minutes'`);
    expect(await lostOf(institution.id)).toMatchObject([{ personId: person.id }]);
  });

  it('is listed no more when the person has connected since', async () => {
    const { person, cookie, comeBack } = await begun();
    orcid.willAnswer('hang-up');
    await comeBack();
    const begin = await portal.post('/connect', HOST, { _csrf: CSRF }, cookie);
    const state = new URL(begin.headers['location'] ?? '').searchParams.get('state') ?? '';
    orcid.willAnswer(granted('second-time'));
    const answer = await portal.get(`/orcid/callback?code=d&state=${state}`, HOST, cookie);
    expect(answer.headers['location']).toBe('/connect/confirm');
    expect(await lostOf(institution.id)).toEqual([]);
    expect(await portal.query(`select 1 from pending_grant where person_id = ?`, [person.id])).toHaveLength(1);
  });

  it('is not taken in by whoever only looks ahead (HEAD): the person can still come back', async () => {
    const { cookie, path, comeBack } = await begun();
    expect((await portal.head(path, HOST, cookie)).status).toBe(204);
    expect(exchanged()).toBe(0);
    orcid.willAnswer(granted('looked-at'));
    expect((await comeBack()).headers['location']).toBe('/connect/confirm');
  });
});
