import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../test-output/screenshots');
const WORKS = 12;

describe('a researcher of whom the institution states more than a job', () => {
  const context = useStack();
  let ines: Visitor;

  const sectionsAtOrcid = async (): Promise<Record<string, number>> => {
    const { items } = await context.stack.orcid.record('publishes');
    return Object.fromEntries(
      [...Map.groupBy(items, ({ section }) => section)].map(([name, found]) => [name, found.length]),
    );
  };
  /** Each section that the page shows, with what stands under it. */
  const shown = async (): Promise<Record<string, string>> => {
    const sections = await ines.page.locator('section:has(> h3)').all();
    const texts = await Promise.all(
      sections.map(async (section) => [
        await section.locator('h3').innerText(),
        await section.locator('ul').innerText(),
      ]),
    );
    return Object.fromEntries(texts) as Record<string, string>;
  };

  beforeAll(async () => {
    mkdirSync(OUTPUT, { recursive: true });
    ines = await context.visit();
    await ines.signIn('Inês Duarte');
  });

  afterAll(() => ines.leave());

  it('reads before connecting which sections of the record are written', async () => {
    await ines.open('/connect');
    expect(await ines.page.locator('.terms').innerText()).toContain(
      'Employment, Education, Distinctions, Memberships, Service, Works, Funding, Peer review, ' +
        'Websites and social links, Other identifiers and Keywords',
    );
  });

  describe('once connected', () => {
    let written: Record<string, number>;
    let posts: readonly string[];

    beforeAll(async () => {
      await ines.goToOrcid('Inês Duarte');
      await ines.authorize();
      await ines.untilWritten();
      written = await sectionsAtOrcid();
      const calls = await context.stack.orcid.calls();
      posts = calls.filter(({ method, url }) => method === 'POST' && /v3/.test(url)).map(({ url }) => url);
    });

    it('has all of it on the record, the works by one call', () => {
      expect(written).toEqual({
        employment: 1,
        service: 1,
        work: WORKS,
        funding: 1,
        'peer-review': 1,
        'researcher-urls': 1,
        'external-identifiers': 1,
      });
      expect(posts.filter((url) => /\/works?$/.test(url))).toHaveLength(1);
      expect(posts).toHaveLength(7);
    });

    it('sees each thing under the name of its section', async () => {
      await ines.open('/connection');
      await ines.page.screenshot({ path: path.join(OUTPUT, 'every-section.png'), fullPage: true });
      const sections = await shown();
      expect(Object.keys(sections)).toEqual([
        'Employment',
        'Service',
        'Works',
        'Funding',
        'Peer review',
        'Websites and social links',
        'Other identifiers',
      ]);
      expect(sections['Works']).toContain('Counting cracked pots: a survey of forty collections');
      expect(sections['Works']).toContain('Journal of Psychoceramics');
      expect(sections['Works']).toContain('2016-05');
      expect(sections['Service']).toContain('Member of the ethics committee');
      expect(sections['Funding']).toContain('2021-04 to 2027-03');
      expect(sections['Peer review']).toContain('Thermal shock in earthenware');
      expect(sections['Other identifiers']).toContain('Example research profile: duarte-425');
      for (const [name, text] of Object.entries(sections)) {
        expect([name, text]).toEqual([name, expect.stringContaining('On your record')]);
        if (name !== 'Employment') expect(text).not.toMatch(/employment/i);
      }
    });

    it('reads on the page in every language what was permitted, and nothing of a job where it is none', async () => {
      for (const [language, words] of Object.entries({ en: 'works', de: 'Werke', es: 'trabajos', fr: 'travaux' })) {
        await ines.open(`/connection?lang=${language}`);
        const permitted = ines.page.locator('section[aria-labelledby=permissions] li');
        expect(await permitted.count()).toBe(3);
        expect((await permitted.allInnerTexts()).join(' ')).toContain(words);
      }
      await ines.open('/connection?lang=en');
    });

    it('can read it all on a phone, and with any aid', async () => {
      await ines.page.setViewportSize({ width: 320, height: 900 });
      await ines.open('/connection');
      await expectAccessible(ines.page, 'My connection');
      await expectNoSidewaysScroll(ines.page, 'My connection');
      await ines.page.setViewportSize({ width: 1000, height: 900 });
    });

    it('keeps what a file does not name, gets what it changes, loses what it takes back, and may have it again', async () => {
      const whole = readFileSync(context.stack.items, 'utf8');
      const lines = whole.trim().split('\n');
      const grant = lines.find((line) => line.includes('"grant-1"'))!;
      const changed = grant.replace('"month":3},"organization"', '"month":9},"organization"');
      const back = JSON.stringify({ staffId: '000425', rowId: 'committee-1', withdraw: true });
      writeFileSync(context.stack.items, `${changed}\n${back}\n{"staffId":"000425"}\n`);
      const answer = await context.stack.command('import-items', context.stack.items);
      expect(answer).toContain('3 lines: 0 added, 1 changed, 0 unchanged, 1 withdrawn, 1 refused.');
      expect(answer).toMatch(/line 3: rowId must be a text in quotes/);
      expect(answer).toContain('1 record to bring up to date');
      await eventually(async () => {
        const { items } = await context.stack.orcid.record('publishes');
        expect(items.map(({ section }) => section)).not.toContain('service');
        expect(items.find(({ section }) => section === 'funding')?.content['end-date']).toMatchObject({
          month: { value: '09' },
        });
        expect(items.filter(({ section }) => section === 'work')).toHaveLength(WORKS);
      });
      expect(await context.stack.command('import-items', context.stack.items)).toContain('Nothing to do');
      writeFileSync(context.stack.items, whole);
      await context.stack.command('import-items', context.stack.items);
      await eventually(async () => expect(await sectionsAtOrcid()).toEqual(written));
    });
  });
});
