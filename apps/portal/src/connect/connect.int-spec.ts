import type { Institution, OrcidClient } from '@ligature/persistence';
import {
  aConnection,
  anAssertion,
  anEmploymentContent,
  anInstitution,
  anOrcidClient,
  aPerson,
} from '@ligature/persistence/testing';
import { PortalInTest } from '../testing/portal-in-test.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';

const HOST = 'localhost:3000';
const UNUSED = 'http://127.0.0.1:9';

describe('before anybody is sent to ORCID', () => {
  let portal: PortalInTest;
  let institution: Institution;
  let client: OrcidClient;

  beforeAll(async () => {
    portal = await PortalInTest.start({
      PORTAL_URL: `http://${HOST}`,
      ORCID_SITE_URL: UNUSED,
      ORCID_API_URL: `${UNUSED}/api`,
    });
    institution = anInstitution();
    client = anOrcidClient(institution);
    await portal.store(institution, client);
  });

  afterAll(() => portal.close());

  let people = 0;
  const signedIn = async (...roles: readonly { role: string; starts?: string; ends?: string }[]) => {
    const person = aPerson(institution);
    const personKey = String(++people).padStart(6, '0');
    const rows = roles.map(({ role, ...dates }) =>
      anAssertion(person, { personKey, rowKey: role, content: anEmploymentContent({ role }), ...dates }),
    );
    await portal.store(person, ...rows);
    const cookie = await portal.session(institution.id, { personId: person.id, csrfToken: 'c' });
    return { person, cookie };
  };
  const shown = async (cookie: Readonly<Record<'Cookie', string>>, language = 'en') =>
    (await portal.get(`/connect?lang=${language}`, HOST, cookie)).text.replaceAll('&#39;', "'");

  it.each(LANGUAGES)(
    'people see in %s what would be written today and what later, each with what it says',
    async (language) => {
      const { cookie } = await signedIn(
        { role: 'Lecturer', starts: '2021-03-01', ends: '2022-02-28' },
        { role: 'Dean', starts: '2099-10' },
      );
      const page = await shown(cookie, language);
      const { preview } = TEXTS[language].connect;
      const { since, until } = TEXTS[language].connection;
      const order = [
        preview.today,
        preview.todayText,
        preview.ends,
        'Lecturer',
        'Library, Example University, Pasadena',
        until('2021-03-01', '2022-02-28'),
        preview.later,
        preview.laterText,
        'Dean',
        since('2099-10'),
        'class="orcid-button"',
      ].map((text) => page.indexOf(text));
      expect(order).not.toContain(-1);
      expect(order).toEqual(order.toSorted((a, b) => a - b));
      expect(page).not.toContain(preview.nothing(institution.name));
      expect(page).not.toContain(preview.before);
    },
  );

  it.each(LANGUAGES)('people of whom nothing is stated are told so plainly in %s', async (language) => {
    const page = await shown((await signedIn()).cookie, language);
    const { preview } = TEXTS[language].connect;
    expect(page).toContain(preview.nothing(institution.name));
    expect(page).not.toContain(preview.todayText);
    expect(page).not.toContain(preview.later);
  });

  it('people see nothing of others, and nothing that was taken back', async () => {
    const { person, cookie } = await signedIn({ role: 'Lecturer' });
    await signedIn({ role: 'Astronomer' });
    await portal.execute(`update assertion set withdrawn_at = now() where person_id = ?`, [person.id]);
    const page = await shown(cookie);
    expect(page).not.toMatch(/Lecturer|Astronomer/);
    expect(page).toContain(TEXTS.en.connect.preview.nothing(institution.name));
  });

  it('people who were connected before are told what that means for it', async () => {
    const { person, cookie } = await signedIn({ role: 'Lecturer' });
    const connection = aConnection(person, client);
    connection.markDisconnected(new Date());
    await portal.store(connection);
    expect(await shown(cookie)).toContain(TEXTS.en.connect.preview.before);
  });

  it('more than five of a section are folded, and none is left out', async () => {
    const roles = Array.from({ length: 7 }, (_, at) => ({ role: `Role ${at}` }));
    const page = await shown((await signedIn(...roles)).cookie);
    const [open = '', folded = ''] = page.split('<details>');
    expect(open.match(/Role \d/g)).toHaveLength(5);
    expect(folded.match(/Role \d/g)).toHaveLength(2);
    expect(folded).toContain(TEXTS.en.connect.preview.others(2));
  });

  it('what would be written is read in one query, however much it is', async () => {
    const { cookie } = await signedIn(...Array.from({ length: 30 }, (_, at) => ({ role: `Role ${at}` })));
    await shown(cookie);
    expect(portal.reads('assertion')).toBe(1);
  });
});
