import { asLoaded } from '@ligature/tools/time-limits';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { PlainVisitor } from './plain-browser/plain-visitor.ts';
import type { TestStack } from './test-stack.ts';

export interface VisitOptions {
  readonly locale?: string;
  /** Of the window, in pixels. */
  readonly width?: number;
  /** Somebody whose cookies it begins with, such as one who has signed in already. */
  readonly as?: PlainVisitor;
}

/** Where somebody goes: a stack, or what `npm start` says. */
export interface Visited {
  readonly addresses: Pick<TestStack['addresses'], 'portal' | 'orcidSandbox'>;
}

/** A person with a real browser of their own. */
export class Visitor {
  constructor(
    readonly page: Page,
    private readonly stack: Visited,
  ) {}

  static async visit(browser: Browser, stack: Visited, options: VisitOptions = {}): Promise<Visitor> {
    const { locale = 'en-GB', width = 1000, as } = options;
    const context = await browser.newContext({ locale, viewport: { width, height: 900 } });
    if (as !== undefined) await context.addCookies(await cookiesOf(as));
    context.setDefaultTimeout(asLoaded(20_000));
    return new Visitor(await context.newPage(), stack);
  }

  async open(path: string): Promise<number> {
    const response = await this.page.goto(this.stack.addresses.portal + path);
    return response?.status() ?? 0;
  }

  /** Signs in at the institution. @param name as the identity provider shows it */
  async signIn(name: string): Promise<void> {
    await this.open('/');
    await this.page.locator('main a.button').first().click();
    await this.page.getByRole('button', { name }).click();
    await this.page.waitForURL(`${this.stack.addresses.portal}/**`);
  }

  /** Goes from the connect page to ORCID, signs in there, and stops at the question. */
  async goToOrcid(name: string): Promise<void> {
    await this.open('/connect');
    await this.page.locator('.orcid-button').click();
    await this.page.waitForURL(`${this.stack.addresses.orcidSandbox}/**`);
    await this.signInAtOrcid(name);
    await this.page.getByRole('button', { name: 'Authorize access' }).waitFor();
  }

  /** Nothing to do for somebody who is signed in there. */
  async signInAtOrcid(name: string): Promise<void> {
    if ((await this.page.title()).startsWith('Sign in')) await this.page.getByRole('button', { name }).click();
  }

  /** Permits it, and stops before the way back. @returns the address that ORCID sends the browser to */
  async authorizeAndStop(): Promise<string> {
    const { promise, resolve } = Promise.withResolvers<string>();
    await this.page.route(`${this.stack.addresses.orcidSandbox}/**`, async (route) => {
      if (route.request().method() !== 'POST') return route.continue();
      const answer = await route.fetch({ maxRedirects: 0 });
      resolve(answer.headers()['location'] ?? '');
      return route.fulfill({ status: 200, body: 'stopped on the way back' });
    });
    await this.page.getByRole('button', { name: 'Authorize access' }).click();
    return promise;
  }

  /** Permits it, and stops where the portal asks whether the iD is theirs. */
  async permit(): Promise<void> {
    await this.page.getByRole('button', { name: 'Authorize access' }).click();
    await this.page.waitForURL(`${this.stack.addresses.portal}/connect/confirm`);
  }

  /** Permits it, and says that the iD is theirs. */
  async authorize(): Promise<void> {
    await this.permit();
    await this.page.locator('form[action="/connect/confirm"] button').click();
    await this.page.waitForURL(`${this.stack.addresses.portal}/connection`);
  }

  async deny(): Promise<void> {
    await this.page.getByRole('button', { name: 'Deny access' }).click();
    await this.page.waitForURL(`${this.stack.addresses.portal}/**`);
  }

  /** The whole way: signed in, connected, and on "My connection". */
  async connect(name: string): Promise<void> {
    await this.signIn(name);
    await this.goToOrcid(name);
    await this.authorize();
  }

  /** Waits until everything is written. */
  async untilWritten(): Promise<void> {
    await this.page.locator('#progress.settled').waitFor({ timeout: asLoaded(30_000) });
  }

  async disconnect(): Promise<void> {
    await this.open('/connection/disconnect');
    await this.page.locator('button.danger').click();
    await this.page.waitForURL('**/connection');
  }

  heading(): Promise<string> {
    return this.page.locator('h1').innerText();
  }

  async leave(): Promise<void> {
    await this.page.context().close();
  }
}

async function cookiesOf({ browser, url }: PlainVisitor): Promise<Parameters<BrowserContext['addCookies']>[0]> {
  const cookies = await browser.cookies.getCookies(url);
  return cookies.map(({ key, value, httpOnly }) => ({ name: key, value, httpOnly, url }));
}
