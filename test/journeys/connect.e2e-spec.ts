import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { aDate } from '../support/a-date.ts';
import { AdminClient } from '../support/admin-client.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../test-output/screenshots');

describe('a researcher who connects an ORCID iD', () => {
  const context = useStack();

  beforeAll(() => {
    mkdirSync(OUTPUT, { recursive: true });
  });

  const screenshot = (visitor: Visitor, name: string) =>
    visitor.page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage: true });

  it('signs in, reads why, permits it at ORCID, and sees the employment on the record with its put-code', async () => {
    const amara = await context.visit();
    await amara.open('/');
    await screenshot(amara, 'home');
    await amara.signIn('Amara Okafor');
    expect(amara.page.url()).toBe(`${context.stack.addresses.portal}/connect`);
    const text = await amara.page.locator('main').innerText();
    for (const part of [
      'signed in as Amara Okafor',
      'What is ORCID?',
      'Why connect',
      'What we read',
      'What we write',
      'You may refuse',
    ]) {
      expect(text).toContain(part);
    }
    await screenshot(amara, 'connect');

    await amara.goToOrcid('Amara Okafor');
    await amara.authorize();
    await amara.untilWritten();
    await screenshot(amara, 'connection');

    const { orcid, items } = await context.stack.orcid.record('connects');
    expect(items).toMatchObject([{ section: 'employment', content: { 'role-title': 'Professor of Astrophysics' } }]);
    const page = await amara.page.locator('main').innerText();
    expect(page).toContain('Professor of Astrophysics');
    expect(page).toContain(`put-code ${items[0]!.putCode}`);

    const link = amara.page.getByRole('link', { name: 'See your record at ORCID' });
    expect(await link.getAttribute('href')).toBe(`${context.stack.addresses.orcidSandbox}/${orcid}`);
    await link.click();
    await amara.page.getByText('Professor of Astrophysics').first().waitFor();
    await screenshot(amara, 'record-at-orcid');

    await amara.open('/people');
    await screenshot(amara, 'people');
    await amara.page.getByRole('link', { name: 'My connection' }).click();
    expect(await amara.heading()).toBe('My connection');
    await amara.leave();
  });

  it('has every begun job written, the ended ones with their end, the future one not', async () => {
    const jose = context.visitPlainly();
    await jose.connect('José Muñoz Ibáñez');
    await jose.untilWritten();
    const { items } = await context.stack.orcid.record('several-jobs');
    const written = items.map(({ content }) => [content['role-title'], content['end-date'] ?? null]);
    expect(new Map(written as [string, object | null][])).toEqual(
      new Map<string, object | null>([
        ['Research Assistant', aDate('2018', '03', '31')],
        ['Visiting Researcher', aDate('2019', '06')],
        ['Group Leader', null],
      ]),
    );
    const ming = context.visitPlainly();
    await ming.connect('李明');
    await ming.untilWritten();
    expect(
      (await context.stack.orcid.record('other-scripts')).items.map(({ content }) => content['role-title']),
    ).toEqual(['讲师 (Lecturer)']);
  });

  it('who has no job in the HR export sees that on the page, and nothing is written', async () => {
    const sam = context.visitPlainly();
    await sam.connect('Sam Kowalczyk');
    expect(sam.text).toContain('has nothing to write to your record today');
    expect((await context.stack.orcid.record('nothing-in-hr')).items).toEqual([]);
  });

  describe('once connected', () => {
    beforeAll(async () => {
      const lena = context.visitPlainly();
      await lena.connect('Lena Brandt');
      await lena.untilWritten();
    });

    it('is seen by the administrator, with connection, item and put-code', async () => {
      const admin = await AdminClient.create(context.stack, 'reader');
      const { data, errors } = await admin.ask(`{
        people(consent: ACTIVE) {
          items { displayName staffIds consent connection { orcid orcidUri scopes items { section state role putCode } } }
        }
      }`);
      expect(errors).toBeUndefined();
      const { orcid, items } = await context.stack.orcid.record('leaves');
      expect((data as { people: { items: object[] } }).people.items).toContainEqual({
        displayName: 'Lena Brandt',
        staffIds: ['000420'],
        consent: 'ACTIVE',
        connection: {
          orcid,
          orcidUri: `${context.stack.addresses.orcidSandbox}/${orcid}`,
          scopes: expect.arrayContaining(['/read-limited', '/activities/update']) as string[],
          items: [
            {
              section: 'employment',
              state: 'PRESENT',
              role: 'Research Data Steward',
              putCode: String(items[0]!.putCode),
            },
          ],
        },
      });
    });

    it('appears on the public list with the whole iD, linked to the one record it names', async () => {
      const anybody = context.visitPlainly();
      await anybody.open('/people');
      const { orcid } = await context.stack.orcid.record('leaves');
      const uri = `${context.stack.addresses.orcidSandbox}/${orcid}`;
      const link = `a[href="${uri}"]`;
      expect(anybody.page.text(link)).toContain(uri);
      expect(anybody.page.attribute(`${link} img`, 'alt')).toBe('ORCID iD icon');
    });

    it('keeps one item per job when they connect again', async () => {
      const lena = context.visitPlainly();
      await lena.signIn('Lena Brandt');
      await lena.open('/connect');
      await lena.pressOrcidButton();
      await lena.press('Lena Brandt');
      // The same permission stands at ORCID, so it does not ask again.
      expect(lena.url).toBe(`${context.stack.addresses.portal}/connection`);
      await lena.untilWritten();
      expect((await context.stack.orcid.record('leaves')).items).toHaveLength(1);
    });
  });
});
