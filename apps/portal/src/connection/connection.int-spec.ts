import { anOrcidId } from '@ligature/orcid-model/testing';
import type { Institution, OrcidClient, RecordState } from '@ligature/persistence';
import { aConnection, anInstitution, anOrcidClient, aPerson } from '@ligature/persistence/testing';
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
    return { connection, cookie };
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

    it('no more than once in half a minute, however often it is pressed', async () => {
      const { connection, cookie } = await connected('open', SINCE);
      for (let pressed = 0; pressed < 8; pressed++) {
        await ask(cookie);
        await answered(connection.id);
      }
      const slots = (await questions(connection.id)).map(({ slot }) => slot);
      expect(slots.length).toBeLessThanOrEqual(2);
      expect(slots).not.toContain(null);
      expect(new Set(slots).size).toBe(slots.length);
    });

    it.each(['open', 'deactivated', 'merged'] as const)(
      'not at all while nothing is to be learned by it: an undoubted permission, the record %s',
      async (recordState) => {
        const { connection, cookie } = await connected(recordState);
        expect(await ask(cookie)).toBe(303);
        expect(await questions(connection.id)).toEqual([]);
      },
    );
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
    const claims = [texts.connectedTitle, texts.permissions, texts.items, texts.present];

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

    it('says after a refusal at ORCID that nothing was stored, to whoever has no connection', async () => {
      const page = await shown('/connect/denied', (await signedIn()).cookie, language);
      expect(page).toContain(denied.text(institution.name));
      expect(page).toContain('class="orcid-button"');
    });

    it('says after a refusal at ORCID that the earlier permission is as it was, to whoever is connected', async () => {
      const page = await shown('/connect/denied', (await connected()).cookie, language);
      expect(page).toContain(denied.earlierText(institution.name));
      expect(page).not.toContain(denied.text(institution.name));
      expect(page).toContain('class="button" href="/connection"');
    });
  });
});
