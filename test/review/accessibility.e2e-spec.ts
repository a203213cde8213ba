import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll } from '../support/accessibility.ts';
import { joinFederation } from '../support/federation.ts';
import { useStack } from '../support/stack-in-test.ts';
import type { Visitor } from '../support/visitor.ts';

const LANGUAGES = ['en', 'de', 'es', 'fr'];
/**
 * Only the words differ between the languages of a page. So each page is opened and analysed in one of them, in turn, and
 * whether the words of the others fit is seen in that document; in a soak, each is opened and analysed in all.
 */
const isSoak = process.env['TEST_SOAK'] !== undefined;

describe('pages for everybody', () => {
  const context = useStack();

  let pages = 0;

  /** Looks at a page of the portal in each language. */
  const expectForEverybody = async ({ page }: Visitor, address: string) => {
    const url = context.stack.addresses.portal + address;
    const first = pages++ % LANGUAGES.length;
    for (const language of [...LANGUAGES.slice(first), ...LANGUAGES.slice(0, first)]) {
      const isOpened = isSoak || language === LANGUAGES[first];
      await chooseLanguage(page, language);
      await (isOpened ? page.goto(url) : showInPlace(page, url));
      expect(await page.locator('html').getAttribute('lang')).toBe(language);
      if (isOpened) await expectAccessible(page, `${language} ${url}`);
      await expectNoSidewaysScroll(page, `${language} ${url}`);
    }
  };

  const chooseLanguage = (page: Page, value: string) =>
    page.context().addCookies([{ name: 'ligature-language', value, url: context.stack.addresses.portal }]);

  /** Puts what is at an address into the document that is open, with its style sheet: it is laid out, but not loaded. */
  const showInPlace = async (page: Page, url: string) => {
    const html = await (await page.context().request.get(url)).text();
    await page.evaluate((text) => {
      const { documentElement } = new DOMParser().parseFromString(text, 'text/html');
      document.documentElement.lang = documentElement.lang;
      document.body.replaceWith(documentElement.querySelector('body') ?? '');
    }, html);
  };

  it('meet WCAG 2.2 AA in every language, on a phone too', async () => {
    const anybody = await context.visit({ width: 320 });
    for (const address of ['/', '/people', '/no-such-page', '/signed-out']) await expectForEverybody(anybody, address);
    await anybody.leave();
    const person = context.visitPlainly();
    await person.signIn('José Muñoz Ibáñez');
    const jose = await context.visit({ width: 320, as: person });
    for (const address of ['/connect', '/connect/denied', '/connect/not-confirmed'])
      await expectForEverybody(jose, address);
    await person.goToOrcid('José Muñoz Ibáñez');
    await person.permit();
    await expectForEverybody(jose, '/connect/confirm');
    await person.confirm();
    await person.untilWritten();
    for (const address of ['/connection', '/connection/disconnect', '/people', '/orcid/callback?code=x&state=y'])
      await expectForEverybody(jose, address);
    await person.disconnect();
    await expectForEverybody(jose, new URL(person.url).pathname);
    await jose.leave();
  });

  describe('where there are many institutions', () => {
    beforeAll(() => joinFederation(context.stack, 30));
    afterAll(() => context.stack.command('configure', context.stack.institutionFile));

    it('let people choose theirs in every language, on a phone too, one below the other', async () => {
      const visitor = await context.visit({ width: 320 });
      const choice = `${context.stack.addresses.portal}/institutions/choice?provider=https://idp0.example.org/idp`;
      await visitor.page.context().request.get(choice, { maxRedirects: 0 });
      for (const address of ['/institutions', '/institutions?q=nowhere', '/institutions?q=uni']) {
        await expectForEverybody(visitor, address);
        expect(await visitor.page.locator('#last').count()).toBe(1);
      }
      const lefts = (all: Element[]) => all.map((one) => one.getBoundingClientRect().left);
      const found = await visitor.page.locator('.choices li').evaluateAll(lefts);
      expect(found.length).toBeGreaterThan(1);
      expect(new Set(found).size).toBe(1);
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
