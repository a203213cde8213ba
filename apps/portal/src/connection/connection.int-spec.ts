import { anOrcidId } from '@ligature/orcid-model/testing';
import { type ContentOf, parsePutCode } from '@ligature/orcid-model';
import { type Institution, type OrcidClient, RecordItem, type RecordState, WriteIntent } from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anEmploymentContent,
  anInstitution,
  anOrcidClient,
  aPerson,
} from '@ligature/persistence/testing';
import { PortalInTest } from '../testing/portal-in-test.ts';
import { type Language, LANGUAGES, TEXTS } from '../texts/languages.ts';

const HOST = 'localhost:3000';
const UNUSED = 'http://127.0.0.1:9';
const LOST_KEY = '2019';
const SINCE = new Date('2026-03-01T12:00:00Z');
const CSRF = 'a token of this session';

type Cookie = Readonly<Record<'Cookie', string>>;

describe('My connection', () => {
  let portal: PortalInTest;
  let institution: Institution;
  let client: OrcidClient;
  let iDs = 0;

  beforeAll(async () => {
    portal = await PortalInTest.start({
      PORTAL_URL: `http://${HOST}`,
      ORCID_SITE_URL: UNUSED,
      ORCID_API_URL: `${UNUSED}/api`,
      LOST_TOKEN_KEYS: LOST_KEY,
    });
    institution = anInstitution();
    client = anOrcidClient(institution);
    await portal.store(institution, client);
  });

  afterAll(() => portal.close());

  const signedIn = async () => {
    const person = aPerson(institution);
    await portal.store(person);
    return { person, cookie: await portal.session(institution.id, { personId: person.id, csrfToken: CSRF }) };
  };

  const connected = async (recordState: RecordState = 'open', doubtedSince?: Date) => {
    const { person, cookie } = await signedIn();
    const connection = aConnection(person, client, { orcid: anOrcidId(++iDs) });
    connection.markRecordState(recordState, SINCE);
    if (doubtedSince !== undefined) connection.markDoubted(doubtedSince);
    await portal.store(connection);
    return { person, connection, cookie };
  };

  const shown = async (path: string, cookie: Cookie, language: Language = 'en') =>
    (await portal.get(`${path}?lang=${language}`, HOST, cookie)).text.replaceAll('&#39;', "'");

  describe('has ORCID asked now', () => {
    const ask = async (cookie: Cookie) =>
      (await portal.post('/connection/check', HOST, { _csrf: CSRF }, cookie)).status;
    const questions = async (connectionId: string) =>
      portal.query<{ slot: string | null }>(
        `select singleton_on::text as slot from pgboss.job where name = 'check-now' and singleton_key = ?`,
        [connectionId],
      );
    const answered = (connectionId: string) =>
      portal.execute(`update pgboss.job set state = 'completed', completed_on = now() where singleton_key = ?`, [
        connectionId,
      ]);

    it.each([
      ['in doubt', 'open', SINCE],
      ['of a locked record', 'locked', undefined],
    ] as const)('of a permission %s, and says so until the answer is there', async (_, recordState, doubtedSince) => {
      const { connection, cookie } = await connected(recordState, doubtedSince);
      expect(await ask(cookie)).toBe(303);
      expect(await questions(connection.id)).toHaveLength(1);
      expect(await shown('/connection', cookie)).toContain(TEXTS.en.connection.refusal.asking);
      await answered(connection.id);
      expect(await shown('/connection', cookie)).toContain(TEXTS.en.connection.refusal.ask);
    });

    it('no more than once in a minute, however often it is pressed, and again after it', async () => {
      const { connection, cookie } = await connected('open', SINCE);
      for (let pressed = 0; pressed < 8; pressed++) {
        await ask(cookie);
        await answered(connection.id);
      }
      expect(await questions(connection.id)).toHaveLength(1);
      await portal.execute(
        `update pgboss.job set created_on = created_on - interval '1 minute', singleton_on = singleton_on - interval '1 minute'
          where singleton_key = ?`,
        [connection.id],
      );
      await ask(cookie);
      expect(await questions(connection.id)).toHaveLength(2);
    });

    it.each([
      ['done', 'completed', 'answered'],
      ['failed', 'failed', 'noResult'],
    ] as const)('to test a permission that nobody doubts, and is told what came of it: %s', async (_, state, words) => {
      const { connection, cookie } = await connected();
      const { reading } = TEXTS.en.connection;
      expect(await shown('/connection', cookie)).toContain(reading.test);
      await ask(cookie);
      expect(await shown('/connection', cookie)).toContain(reading.running);
      expect((await portal.get('/connection/status', HOST, cookie)).body).toEqual({ isWorking: true });
      await portal.execute(
        `update pgboss.job set state = ?::pgboss.job_state, completed_on = now() where singleton_key = ?`,
        [state, connection.id],
      );
      const page = await shown('/connection', cookie);
      const [beginning = 'nothing'] = reading[words]('|').split('|');
      expect(page).toContain(beginning);
      expect(page).not.toContain(reading.running);
      expect((await portal.get('/connection/status', HOST, cookie)).body).toEqual({ isWorking: false });
    });

    it('nothing by a form of another session', async () => {
      const { connection, cookie } = await connected();
      expect((await portal.post('/connection/check', HOST, { _csrf: 'forged' }, cookie)).status).toBe(403);
      expect(await questions(connection.id)).toEqual([]);
    });

    it('nothing with a permission that only told us the iD, and is offered no test', async () => {
      const { connection, cookie } = await connected();
      await portal.execute(`update connection set scopes = '{/authenticate}' where id = ?`, [connection.id]);
      await ask(cookie);
      expect(await questions(connection.id)).toEqual([]);
      expect(await shown('/connection', cookie)).not.toContain(TEXTS.en.connection.reading.test);
    });

    it.each(['deactivated', 'merged'] as const)(
      'not at all while nothing is to be learned by it: the record %s',
      async (recordState) => {
        const { connection, cookie } = await connected(recordState);
        expect(await ask(cookie)).toBe(303);
        expect(await questions(connection.id)).toEqual([]);
      },
    );
  });

  /** Somebody who is stated to be a professor, whose job stands on the record as a lecturer's. */
  const lecturer = async (change: (item: RecordItem) => void = () => undefined) => {
    const { person, connection, cookie } = await connected();
    const rowKey = `row-${iDs}`;
    const assertion = anAssertion(person, { rowKey, content: anEmploymentContent({ role: 'Professor' }) });
    const { id: connectionId, institutionId, orcidClientId } = connection;
    const ids = { institutionId, connectionId, orcidClientId, assertionId: assertion.id };
    const item = new RecordItem({ ...ids, section: 'employment', selfId: 'ours' });
    const content = Object.assign({ externalIds: [] }, anEmploymentContent({ role: 'Lecturer' })) as ContentOf;
    item.markPresent({ putCode: parsePutCode('1201'), content, contentHash: 'of the lecturer', at: SINCE });
    change(item);
    await portal.store(assertion, item);
    return { cookie, item, rowKey };
  };

  describe.each(LANGUAGES)('of an item that ORCID does not let us change, in %s,', (language) => {
    const { connection: texts } = TEXTS[language];

    it('shows what stands, what was not taken and why, and says above it that not all is done', async () => {
      const at = SINCE.toISOString();
      const { cookie } = await lecturer((item) => {
        item.markProblem({ code: 'insufficient-scope', message: 'The permission does not cover writing this.', at });
      });
      const page = await shown('/connection', cookie, language);
      const order = [
        texts.partDone(0, 1),
        texts.proposal.stands,
        'Lecturer',
        texts.standings['blocked-change'].state,
        texts.causes['not-covered'],
        texts.proposal.refused,
        'Professor',
        texts.standings['blocked-change'].next,
      ].map((text) => page.indexOf(text));
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((one, other) => one - other));
      expect(page).not.toContain(texts.workDone);
    });

    it('shows while one that was sent is not answered that nobody knows how it stands, and works on nothing', async () => {
      const { cookie, item } = await lecturer();
      const begun = new Date(Date.now() - 3 * 60_000);
      const { id: itemId, institutionId } = item;
      await portal.store(
        new WriteIntent({
          itemId,
          institutionId,
          action: 'update',
          content: null,
          contentHash: null,
          attempt: 1,
          begunAt: begun,
        }),
      );
      const page = await shown('/connection', cookie, language);
      expect(page).toContain(texts.standings.unanswered.state);
      expect(page).toContain(texts.partDone(0, 1));
      expect(page).not.toContain(texts.working);
      expect((await portal.get('/connection/status', HOST, cookie)).body).toEqual({ isWorking: false });
    });
  });

  it('leads from an item to those who look after the data, with the row it comes from', async () => {
    const { cookie, rowKey } = await lecturer();
    const page = await shown('/connection', cookie);
    const [, address = ''] = /href="(mailto:[^"?]*[?][^"]*)"/.exec(page) ?? [];
    const mail = new URL(address.replaceAll('&amp;', '&'));
    expect(mail.pathname).toBe(institution.branding.supportEmail);
    expect(mail.searchParams.get('body')).toContain(TEXTS.en.connection.wrong.row('hr', '000042', rowKey));
    expect(mail.searchParams.get('body')).toContain('put-code 1201');
    expect(address).not.toMatch(/sealed|0000-000/);
  });

  const withLostKey = async (recordState?: RecordState) => {
    const { connection, cookie } = await connected(recordState);
    const header = Buffer.from(JSON.stringify({ kid: LOST_KEY })).toString('base64url');
    await portal.execute(`update connection set access_token = ? where id = ?`, [
      JSON.stringify({ protected: header }),
      connection.id,
    ]);
    return { connection, cookie };
  };

  it('asks ORCID nothing about a permission whose key is lost', async () => {
    const { connection, cookie } = await withLostKey();
    await portal.post('/connection/check', HOST, { _csrf: CSRF }, cookie);
    const jobs = await portal.query(`select 1 from pgboss.job where singleton_key = ?`, [connection.id]);
    expect(jobs).toEqual([]);
    expect((await portal.get('/connection/status', HOST, cookie)).body).toEqual({ isWorking: false });
  });

  describe.each(LANGUAGES)('in %s', (language) => {
    const { connection: texts, denied } = TEXTS[language];
    const claims = [texts.connectedTitle, texts.permissions, texts.items, texts.standings.present.state];

    it.each(['deactivated', 'merged'] as const)(
      'says of a %s record only so, which iD it is, and how to go on: ORCID has cleared it',
      async (recordState) => {
        const { connection, cookie } = await connected(recordState);
        const page = await shown('/connection', cookie, language);
        for (const claim of claims) expect(page).not.toContain(claim);
        expect(page).toContain(texts.storedId);
        expect(page).toContain(connection.orcid);
        expect(page).toContain('class="orcid-button"');
        expect(page).toContain('href="/connection/disconnect"');
      },
    );

    it.each(['open', 'locked'] as const)(
      'says of a record that is %s what is connected and permitted',
      async (state) => {
        const page = await shown('/connection', (await connected(state)).cookie, language);
        for (const claim of claims.slice(0, 3)) expect(page).toContain(claim);
        expect(page).not.toContain(texts.storedId);
      },
    );

    it.each(['open', 'locked'] as const)(
      'says of a permission whose key is lost so, and how to go on: the record %s',
      async (recordState) => {
        const page = await shown('/connection', (await withLostKey(recordState)).cookie, language);
        expect(page).toContain(texts.refusal.keyLostTitle);
        expect(page).toContain(texts.refusal.keyLostText(institution.name));
        expect(page).toContain('class="orcid-button"');
        for (const other of [
          texts.refusal.doubtedTitle,
          texts.refusal.lockedTitle,
          texts.refusal.askHint,
          texts.working,
        ])
          expect(page).not.toContain(other);
      },
    );

    it('claims of a permission whose key is lost nowhere that ORCID is told to end it', async () => {
      const { connection, cookie } = await withLostKey();
      const asked = await shown('/connection/disconnect', cookie, language);
      expect(asked).toContain(texts.disconnectKeyLostText(institution.name));
      await portal.post('/connection/disconnect', HOST, { _csrf: CSRF }, cookie);
      const page = await shown('/connection', cookie, language);
      expect(page).toContain(texts.disconnectedKeyLostText);
      expect(page).not.toContain(texts.disconnectedText);
      expect(await portal.query(`select 1 from retired_token where sealed_row = ?`, [connection.id])).toHaveLength(1);
    });

    it.each([true, false])(
      'does not say that they ended what their institution ended; items taken off: %s',
      async (isOff) => {
        const { connection, cookie } = await connected();
        await portal.execute(
          `update connection set ended_at = now(), ended_by = 'disconnected', ended_by_operator = 'Rita', removes_items = ? where id = ?`,
          [isOff, connection.id],
        );
        const page = await shown('/connection', cookie, language);
        expect(page).toContain(texts.staffEndedText(institution.name, isOff));
        expect(page).not.toContain(texts.disconnectedText);
        expect(page).not.toContain('Rita');
      },
    );

    it('says after a refusal at ORCID what is kept of it, to whoever has no connection', async () => {
      const page = await shown('/connect/denied', (await signedIn()).cookie, language);
      expect(page).toContain(denied.text(institution.name));
      expect(page).toContain('class="orcid-button"');
    });

    it('says after a refusal at ORCID which iD stays connected and what stays permitted, to whoever is connected', async () => {
      const { connection, cookie } = await connected();
      const page = await shown('/connect/denied', cookie, language);
      expect(page).toContain(denied.earlierText(institution.name));
      expect(page).not.toContain(denied.text(institution.name));
      expect(page).toContain(connection.orcid);
      expect(page).toContain(texts.permission.writeActivities);
      expect(page).toContain('class="button" href="/connection"');
    });
  });
});
