import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { joinFederation } from '../support/federation.ts';
import { useScene } from '../support/scene.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

describe('pages for everybody', () => {
  const scene = useScene();

  const expectAccessible = async (page: Page, what: string) => {
    const { violations } = await new AxeBuilder({ page }).withTags(STANDARDS).analyze();
    const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
    expect({ what, found }).toEqual({ what, found: [] });
  };
  const expectNoSidewaysScroll = async (page: Page, what: string) => {
    const surplus = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect({ what, surplus }).toEqual({ what, surplus: 0 });
  };

  it.each(['en', 'de', 'es', 'fr'])('meet WCAG 2.2 AA in %s, on a phone too', async (language) => {
    const names = { en: 'Amara Okafor', de: 'José Muñoz Ibáñez', es: '李明', fr: 'Rúna Þórsdóttir' };
    const visitor = await scene.arrive({ locale: language, width: 320 });
    const check = async (address: string) => {
      if (address !== '') await visitor.open(address);
      expect(await visitor.page.locator('html').getAttribute('lang')).toBe(language);
      await expectAccessible(visitor.page, `${language} ${address}`);
      await expectNoSidewaysScroll(visitor.page, `${language} ${address}`);
    };
    for (const address of ['/', '/people', '/no-such-page', '/signed-out']) await check(address);
    await visitor.signIn(names[language as keyof typeof names]);
    for (const address of ['/connect', '/connect/denied']) await check(address);
    await visitor.goToOrcid(names[language as keyof typeof names]);
    await visitor.authorize();
    await visitor.untilWritten();
    for (const address of ['/connection', '/connection/disconnect', '/people', '/orcid/callback?code=x&state=y'])
      await check(address);
    await visitor.disconnect();
    await check('');
    await visitor.leave();
  });

  describe('where there are many institutions', () => {
    beforeAll(() => joinFederation(scene.house, 30));
    afterAll(() => scene.house.command('configure', scene.house.institutionFile));

    it.each(['en', 'de', 'es', 'fr'])('let people choose theirs in %s, on a phone too', async (locale) => {
      const visitor = await scene.arrive({ locale, width: 320 });
      const choice = `${scene.house.addresses.portal}/institutions/choice?provider=https://idp0.example.org/idp`;
      await visitor.page.context().request.get(choice, { maxRedirects: 0 });
      for (const address of ['/institutions', '/institutions?q=uni', '/institutions?q=nowhere']) {
        await visitor.open(address);
        expect(await visitor.page.locator('#last').count()).toBe(1);
        await expectAccessible(visitor.page, `${locale} ${address}`);
        await expectNoSidewaysScroll(visitor.page, `${locale} ${address}`);
      }
      await visitor.leave();
    });
  });

  it('can be gone through with the keyboard alone', async () => {
    const lena = await scene.arrive();
    await lena.open('/');
    await lena.page.keyboard.press('Tab');
    expect(await lena.page.locator(':focus').innerText()).toBe('Skip to the content');
    await lena.page.keyboard.press('Enter');
    await lena.page.keyboard.press('Tab');
    expect(await lena.page.locator(':focus').innerText()).toBe('Sign in at Example University');
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL(`${scene.house.addresses.devIdp}/**`);
    await lena.page.getByRole('button', { name: 'Lena Brandt' }).focus();
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL('**/connect');
    await lena.page.locator('.orcid-button').focus();
    await lena.page.keyboard.press('Enter');
    await lena.page.waitForURL(`${scene.house.addresses.orcidSandbox}/**`);
    await lena.leave();
  });

  it('remember the language that was chosen', async () => {
    const visitor = await scene.arrive({ locale: 'en-GB' });
    await visitor.open('/people');
    await visitor.page.getByRole('link', { name: 'Deutsch' }).click();
    expect(await visitor.heading()).toBe('ORCID iDs unserer Leute');
    await visitor.open('/');
    expect(await visitor.heading()).toBe('Verbinden Sie Ihre ORCID iD');
    await visitor.leave();
  });
});
