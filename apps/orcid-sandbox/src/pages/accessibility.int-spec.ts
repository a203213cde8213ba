import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as launcher, type Page } from 'playwright-core';
import { violationsOn } from '../../testing/axe.ts';
import { affiliation, notification, work } from '../../testing/bodies.ts';
import { CALLBACK, Running, UNIVERSITY } from '../../testing/running.ts';

/** The narrowest screen on which everything must fit (WCAG 1.4.10). */
const NARROW = { width: 320, height: 800 };
const QUIET = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--no-first-run'];

const authorize = `/oauth/authorize?${new URLSearchParams({
  client_id: UNIVERSITY.id,
  response_type: 'code',
  scope: '/read-limited',
  redirect_uri: CALLBACK,
}).toString()}`;

describe('every page', () => {
  let orcid: Running;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    orcid = await Running.start({
      organizations: [{ name: 'Example University', country: 'DE', identifiers: [], domains: ['example.org'] }],
    });
    const executablePath = await chromium.executablePath();
    browser = await launcher.launch({ executablePath, args: [...chromium.args, ...QUIET], headless: true });
    await fill();
    context = await browser.newContext({ viewport: NARROW });
    page = await context.newPage();
  });
  afterAll(async () => {
    await browser.close();
    await orcid.stop();
  });

  /** One item of each kind of page, so that nothing is shown empty. */
  async function fill(): Promise<void> {
    const [iD, token] = [await orcid.orcid('connects'), await orcid.token('connects')];
    const premium = await orcid.token(undefined, ['/premium-notification']);
    const body = affiliation({
      url: { value: 'https://www.example.edu/a-long-path-that-has-to-break-somewhere/jobs/7' },
    });
    await orcid.member(`${iD}/employment`, { method: 'POST', token, body });
    await orcid.member(`${iD}/work`, { method: 'POST', token, body: work('10.5555/a') });
    await orcid.member(`${iD}/notification-permission`, { method: 'POST', token: premium, body: notification() });
    await orcid.admin('POST', '/clock', { advanceSeconds: 1 });
    await orcid.admin('POST', '/connection-notices/run');
  }

  async function expectUsable(path: string): Promise<void> {
    await page.goto(orcid.site + path);
    await expectUsableHere();
  }

  async function expectUsableHere(): Promise<void> {
    expect(await violationsOn(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(NARROW.width);
  }

  it.each(['/', authorize, '/register', '/nowhere'])('can be used by everybody who is not signed in: %s', expectUsable);

  it('lets a person sign in and agree with the keyboard alone', async () => {
    await page.goto(orcid.site + authorize);
    await page.getByRole('textbox').first().focus();
    await page.keyboard.type('josiah@example.org');
    await page.keyboard.press('Tab');
    await page.keyboard.type('password');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Authorize' }).waitFor();
    const answer = page.waitForRequest((request) => request.url().startsWith(CALLBACK));
    await pressTabUntil('Authorize access');
    await page.keyboard.press('Enter');
    expect((await answer).url()).toContain('code=');
    await page.close();
    page = await context.newPage();
  });

  async function pressTabUntil(name: string): Promise<void> {
    for (let presses = 0; presses < 30; presses += 1) {
      await page.keyboard.press('Tab');
      if ((await page.locator(':focus').textContent()) === name) return;
    }
    throw new Error(`${name} is not reached by the keyboard`);
  }

  it.each([
    authorize.replace('read-limited', 'authenticate'),
    '/trusted-organizations',
    `/trusted-organizations/revoke?client_id=${UNIVERSITY.id}`,
    '/my-orcid',
    '/inbox',
  ])('can be used by everybody who is signed in: %s', expectUsable);

  it('can be used by everybody who is offered an affiliation on the way back, and who is asked to connect', async () => {
    await page.goto(`${orcid.site}/signin`);
    await page.getByRole('button', { name: 'Dora Nein' }).click();
    await page.getByRole('link', { name: 'Connect with Example University' }).waitFor();
    await expectUsableHere();
    await page.goto(orcid.site + authorize);
    await page.getByRole('button', { name: 'Authorize access' }).click();
    await page.getByRole('heading', { name: 'Add this affiliation' }).waitFor();
    await expectUsableHere();
  });
});
