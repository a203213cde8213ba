import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { joinFederation } from '../support/federation.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const LANGUAGES = ['en', 'de', 'es', 'fr'];
/** Only the words differ between the languages of a page, so each page is analysed in one of them, in turn; in a soak, in all. */
const isSoak = process.env['TEST_SOAK'] !== undefined;

describe('pages for everybody', () => {
  const context = useStack();

  const expectAccessible = async (page: Page, what: string) => {
    // Our pages have no frames, and without them this is twice as fast (docs of @axe-core/playwright, setLegacyMode).
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).setLegacyMode().analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    expect({ what, found }).toEqual({ what, found: [] });
  };
  const expectNoSidewaysScroll = async (page: Page, what: string) => {
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ what, surplus }).toEqual({ what, surplus: 0 });
  };

  let pages = 0;

  /** Looks at a page in each language; without an address at the one that is open. */
  const expectForEverybody = async ({ page }: Visitor, address?: string) => {
    const url = address === undefined ? page.url() : context.stack.addresses.portal + address;
    const analysed = LANGUAGES[pages++ % LANGUAGES.length];
    for (const language of LANGUAGES) {
      await page
        .context()
        .addCookies([{ name: 'ligature-language', value: language, url: context.stack.addresses.portal }]);
      await page.goto(url);
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      if (isSoak || language === analysed) await expectAccessible(page, `${language} ${url}`);
      await expectNoSidewaysScroll(page, `${language} ${url}`);
    }
  };

  it('meet WCAG 2.2 AA in every language, on a phone too', async () => {
    const visitor = await context.visit({ width: 320 });
    for (const address of ['/', '/people', '/no-such-page', '/signed-out']) await expectForEverybody(visitor, address);
    await visitor.signIn('José Muñoz Ibáñez');
    for (const address of ['/connect', '/connect/denied']) await expectForEverybody(visitor, address);
    await visitor.goToOrcid('José Muñoz Ibáñez');
    await visitor.authorize();
    await visitor.untilWritten();
    for (const address of ['/connection', '/connection/disconnect', '/people', '/orcid/callback?code=x&state=y'])
      await expectForEverybody(visitor, address);
    await visitor.disconnect();
    await expectForEverybody(visitor);
    await visitor.leave();
  });

  describe('where there are many institutions', () => {
    beforeAll(() => joinFederation(context.stack, 30));
    afterAll(() => context.stack.command('configure', context.stack.institutionFile));

    it('let people choose theirs in every language, on a phone too', async () => {
      const visitor = await context.visit({ width: 320 });
      const choice = `${context.stack.addresses.portal}/institutions/choice?provider=https://idp0.example.org/idp`;
      await visitor.page.context().request.get(choice, { maxRedirects: 0 });
      for (const address of ['/institutions', '/institutions?q=uni', '/institutions?q=nowhere']) {
        await expectForEverybody(visitor, address);
        expect(await visitor.page.locator('#last').count()).toBe(1);
      }
      await visitor.leave();
    });
  });

  it('can be gone through with the keyboard alone', async () => {
    const lena = await context.visit();
    await lena.open('/');
    await lena.page.keyboard.press('Tab');
    expect(await lena.page.locator(':focus').innerText()).toBe('Skip to the content');
    await lena.page.keyboard.press('Enter');
    await lena.page.keyboard.press('Tab');
    expect(await lena.page.locator(':focus').innerText()).toBe('Sign in at Example University');
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL(`${context.stack.addresses.devIdp}/**`);
    await lena.page.getByRole('button', { name: 'Lena Brandt' }).focus();
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL('**/connect');
    await lena.page.locator('.orcid-button').focus();
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL(`${context.stack.addresses.orcidSandbox}/**`);
    await lena.leave();
  });

  it('remember the language that was chosen', async () => {
    const visitor = await context.visit({ locale: 'en-GB' });
    await visitor.open('/people');
    await visitor.page.getByRole('link', { name: 'Deutsch' }).click();
    expect(await visitor.heading()).toBe('ORCID iDs unserer Leute');
    await visitor.open('/');
    expect(await visitor.heading()).toBe('Verbinden Sie Ihre ORCID iD');
    await visitor.leave();
  });
});
