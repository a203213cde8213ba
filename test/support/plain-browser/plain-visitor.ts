import { eventually } from '../eventually.ts';
import type { TestStack } from '../test-stack.ts';
import { PlainBrowser } from './plain-browser.ts';
import type { PlainPage } from './plain-page.ts';

export interface VisitOptions {
  readonly locale?: string;
  /** Address of an institution's portal, when there are several. */
  readonly portal?: string;
}

/** A person with a plain browser of their own, who does what a `Visitor` does where nothing needs to be drawn. */
export class PlainVisitor {
  private constructor(
    readonly browser: PlainBrowser,
    /** Address of the portal that they visit. */
    private readonly portal: string,
    private readonly locale: string,
  ) {}

  static visit(stack: TestStack, options: VisitOptions = {}): PlainVisitor {
    const { locale = 'en-GB', portal = stack.addresses.portal } = options;
    return new PlainVisitor(new PlainBrowser(locale), portal, locale);
  }

  /** Somebody else, with all the cookies that this one has now. */
  async copied(): Promise<PlainVisitor> {
    return new PlainVisitor(
      new PlainBrowser(this.locale, await this.browser.cookies.clone()),
      this.portal,
      this.locale,
    );
  }

  /** The same person in the same browser, at the portal of another institution. */
  at(portal: string): PlainVisitor {
    return new PlainVisitor(this.browser, portal, this.locale);
  }

  get page(): PlainPage {
    return this.browser.page;
  }

  get url(): string {
    return this.page.url;
  }

  get heading(): string {
    return this.page.heading;
  }

  /** What stands on the page. */
  get text(): string {
    return this.page.text('main');
  }

  /** @param address a path of the portal, or a whole address */
  async open(address: string): Promise<number> {
    return (await this.browser.go({ address: new URL(address, this.portal).href })).status;
  }

  async press(button: string): Promise<void> {
    await this.browser.click('button', button);
  }

  async follow(link: string): Promise<void> {
    await this.browser.click('a[href]', link);
  }

  /** Signs in at the institution. @param name as the identity provider shows it */
  async signIn(name: string): Promise<void> {
    await this.open('/');
    await this.browser.click('main a.button:first');
    await this.press(name);
    this.expectToBeAt(this.portal);
  }

  /** Goes from the connect page to ORCID, signs in there, and stops at the question. */
  async goToOrcid(name: string): Promise<void> {
    await this.open('/connect');
    await this.pressOrcidButton();
    if (this.heading.startsWith('Sign in')) await this.press(name);
  }

  /** To ORCID, and back at once where ORCID need not ask. */
  async pressOrcidButton(): Promise<void> {
    await this.browser.click('.orcid-button');
  }

  /** Permits it, and stops before the way back. @returns the address that ORCID sends the browser to */
  async authorizeAndStop(): Promise<string> {
    const { onward } = await this.browser.send(this.page.click('button', 'Authorize access'));
    return onward?.address ?? '';
  }

  /** Permits it, and stops where the portal asks whether the iD is theirs. */
  async permit(): Promise<void> {
    await this.press('Authorize access');
    this.expectToBeAt(this.portal);
  }

  /** Permits it, and says that the iD is theirs where the portal asks. */
  async authorize(): Promise<void> {
    await this.permit();
    await this.confirm();
  }

  /** Says that the iD that came back is theirs. */
  async confirm(): Promise<void> {
    await this.browser.click('form[action="/connect/confirm"] button');
  }

  async deny(): Promise<void> {
    await this.press('Deny access');
    this.expectToBeAt(this.portal);
  }

  /** The whole way: signed in, connected, and on "My connection". */
  async connect(name: string): Promise<void> {
    await this.signIn(name);
    await this.goToOrcid(name);
    await this.authorize();
  }

  /** Waits until everything is written, by asking what the page's script asks. */
  async untilWritten(): Promise<void> {
    await eventually(async () => {
      const { html } = await this.status();
      expect(html).toContain('"isWorking":false');
    }, 30_000);
    await this.open('/connection');
    expect(this.page.count('#progress.settled')).toBe(1);
  }

  async disconnect(): Promise<void> {
    await this.open('/connection/disconnect');
    await this.browser.click('button.danger');
  }

  private async status(): Promise<PlainPage> {
    const address = `${this.portal}/connection/status`;
    return (await this.browser.send({ address }, { accept: 'application/json' })).page;
  }

  private expectToBeAt(site: string): void {
    if (!this.url.startsWith(site)) throw new Error(`Stayed at ${this.url}:\n${this.page.text('body')}`);
  }
}
