import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { eventually } from '../support/eventually.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

const OUTPUT = path.resolve(import.meta.dirname, '../../test-output/screenshots');
const LANGUAGES = ['de', 'es', 'fr', 'en'];

describe('a researcher who wants to know what is written about them', () => {
  const context = useStack();

  beforeAll(() => {
    mkdirSync(OUTPUT, { recursive: true });
  });

  afterEach(() => context.stack.orcid.clearFaults());

  const picture = ({ page }: Visitor, name: string) =>
    page.screenshot({ path: path.join(OUTPUT, `${name}.png`), fullPage: true });

  /** Looks at the page that is open, on a screen and on a phone, in English; then whether it fits a phone in every language. */
  const lookAt = async (visitor: Visitor, address: string, name: string) => {
    await visitor.open(`${address}?lang=en`);
    await picture(visitor, name);
    await visitor.page.setViewportSize({ width: 320, height: 900 });
    await expectAccessible(visitor.page, name);
    for (const language of LANGUAGES) {
      await visitor.open(`${address}?lang=${language}`);
      await expectNoSidewaysScroll(visitor.page, `${name} ${language}`);
    }
    await picture(visitor, `${name}-phone`);
    await visitor.page.setViewportSize({ width: 1000, height: 900 });
  };

  it('sees before consenting what would be written today and what later, and whoever has nothing that it is nothing', async () => {
    const ming = await context.visit();
    await ming.signIn('李明');
    const text = await ming.page.locator('main').innerText();
    expect(text).toMatch(
      /would write today[^]*讲师[^]*Institute of Mathematics, Example University, Berlin\s+since 2022-09-15[^]*would write later[^]*教授[^]*since 2099-10-01/,
    );
    expect(await context.stack.orcid.calls()).toEqual([]);
    await lookAt(ming, '/connect', 'preview');
    await ming.leave();
    const sam = await context.visit();
    await sam.signIn('Sam Kowalczyk');
    expect(await sam.page.locator('main').innerText()).toContain('Nothing would be written today');
    await lookAt(sam, '/connect', 'preview-nothing');
    await sam.leave();
  });

  it('who has much is shown a part of it, and unfolds the rest with the keyboard', async () => {
    const ines = await context.visit();
    await ines.signIn('Inês Duarte');
    const rest = ines.page.locator('details').first();
    await rest.locator('summary').focus();
    expect(await rest.locator('li').first().isVisible()).toBe(false);
    await ines.page.keyboard.press('Enter');
    expect(await rest.locator('li').first().isVisible()).toBe(true);
    await lookAt(ines, '/connect', 'preview-much');
    await ines.leave();
  });

  it('sees what stands and what ORCID refused apart, with the reason, and writes to those who can mend it', async () => {
    const amara = await context.visit();
    await amara.connect('Amara Okafor');
    await amara.untilWritten();
    expect(await amara.page.locator('#progress').innerText()).toBe(
      'As far as we know, everything below is on your record.',
    );
    await lookAt(amara, '/connection', 'all-done');
    await context.stack.orcid.fault({ effect: 'refuse', error: 9045, method: 'PUT' });
    const rows = readFileSync(context.stack.hrExport, 'utf8');
    writeFileSync(context.stack.hrExport, rows.replace('Professor of Astrophysics', 'Professor of Cosmology'));
    await context.stack.command('run', 'import-people');
    await eventually(async () => {
      await amara.open('/connection?lang=en');
      const item = await amara.page.locator('.item').innerText();
      expect(item).toMatch(
        /Professor of Astrophysics[^]*a change of it could not be written[^]*ORCID does not know the organisation[^]*Professor of Cosmology/,
      );
    });
    expect(await amara.page.locator('#progress').innerText()).toContain('as the institution states it: 0 of 1');
    const mail = new URL((await amara.page.locator('.wrong a').getAttribute('href')) ?? '');
    expect(mail.protocol).toBe('mailto:');
    expect(mail.searchParams.get('body')).toMatch(
      /Employment: Professor of Astrophysics\r\nData source: \S+; number of/,
    );
    await lookAt(amara, '/connection', 'refused');
    await amara.leave();
  });

  it('tests their connection, and is told what came of it, also when that is nothing', async () => {
    const ming = await context.visit();
    await ming.connect('李明');
    await ming.untilWritten();
    await ming.page.getByRole('button', { name: 'Test my connection' }).focus();
    await ming.page.keyboard.press('Enter');
    await ming.page.getByText('ORCID answered, and our permission stands').waitFor();
    await lookAt(ming, '/connection', 'tested');
    const aMinutePasses = `update pgboss.job set created_on = created_on - interval '1 minute',
      singleton_on = singleton_on - interval '1 minute' where name = 'check-now'`;
    await context.stack.database.query(aMinutePasses);
    await context.stack.orcid.fault({ effect: 'refuse', error: 9008, host: 'api' });
    await ming.page.getByRole('button', { name: 'Test my connection' }).click();
    await ming.page.getByText('came to no result').waitFor();
    await lookAt(ming, '/connection', 'no-result');
    await ming.leave();
  });

  it('who is connected and refuses another permission is told which iD stays connected and what stays permitted', async () => {
    const person = context.visitPlainly();
    await person.connect('Lena Brandt');
    const lena = await context.visit({ as: person });
    await lena.open('/connect/denied');
    const text = await lena.page.locator('main').innerText();
    const { orcid } = await context.stack.orcid.record('leaves');
    for (const part of ['You are still connected with this iD', orcid, 'Add and correct our entries'])
      expect(text).toContain(part);
    await lookAt(lena, '/connect/denied', 'still-connected');
    await lena.leave();
  });
});
