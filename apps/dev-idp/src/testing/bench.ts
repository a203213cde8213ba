import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { certified, type Credential } from '../keys/credential.ts';
import { type KeyRing } from '../keys/key-ring.ts';
import { type RunningDevIdp, startDevIdp } from '../start-dev-idp.ts';
import { Browser, type Page } from './browser.ts';
import { type ReceivedAssertion, type ReceivedResponse, readResponse } from './received-answer.ts';
import { asForm, asQuery, type Delivery, RelyingParty } from './relying-party.ts';
import { type SettingsInput, someSettings } from './settings.builder.ts';

/** Keys are slow to make and no test depends on whose they are: one set for each test file. */
export const keys: KeyRing = {
  signing: made('dev-idp'),
  other: made('dev-idp other'),
  nameIdSalt: randomBytes(32).toString('base64'),
};
export const rpCredential = made('relying party');

/** At once, for a test file that waited while it is loaded could not be joined with others (tools/src/joined-tests.ts). */
function made(commonName: string): Credential {
  return certified(generateKeyPairSync('rsa', { modulusLength: 2048 }), commonName, new Date());
}

export interface Ask extends Delivery {
  readonly attributes?: Record<string, string>;
  readonly children?: string;
  readonly binding?: 'redirect' | 'post';
}

export interface Received {
  readonly requestId: string;
  readonly form: Page['form'];
  readonly xml: string;
  readonly response: ReceivedResponse;
}

/** A real provider on a free port, a relying party, and its administrative endpoints. */
export class Bench {
  readonly rp = new RelyingParty('https://sp.example.org');
  now = new Date();
  #idp: RunningDevIdp | undefined;

  async start(changes: Partial<SettingsInput> = {}): Promise<void> {
    const settings = someSettings({ serviceProviders: [this.rp.entry(rpCredential)], ...changes });
    this.#idp = await startDevIdp({ settings, keys, host: '127.0.0.1', port: 0, clock: () => this.now });
  }

  async stop(): Promise<void> {
    await this.#idp?.close();
  }

  get url(): string {
    if (!this.#idp) throw new Error('The bench has not been started.');
    return `http://localhost:${this.#idp.port}`;
  }

  browser(): Browser {
    return new Browser(this.url);
  }

  /** Brings an AuthnRequest by either binding and stays on the page where the browser ends up. */
  async ask(browser: Browser, ask: Ask = {}, rp = this.rp): Promise<{ requestId: string; page: Page }> {
    const { id: requestId, xml } = rp.authnRequest(ask.attributes, ask.children);
    const page = await (ask.binding === 'post'
      ? browser.post(`${this.url}/sso`, asForm('SAMLRequest', xml, ask))
      : browser.get(`${this.url}/sso?${asQuery('SAMLRequest', xml, ask)}`));
    return { requestId, page };
  }

  async signIn(browser = this.browser(), username = 'ada', ask: Ask = {}, rp = this.rp): Promise<Received> {
    const { requestId, page } = await this.ask(browser, ask, rp);
    return received(requestId, await browser.choose(page, username));
  }

  async admin(path: string, body?: object): Promise<Response> {
    const json = body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return fetch(`${this.url}/__admin/${path}`, { method: 'POST', ...json });
  }

  async log(): Promise<Record<string, unknown>[]> {
    const answer = await fetch(`${this.url}/__admin/log`);
    const { events } = (await answer.json()) as { events: Record<string, unknown>[] };
    return events;
  }
}

export function received(requestId: string, page: Page): Received {
  const { form } = page;
  const message = form.fields['SAMLResponse'];
  if (message === undefined) throw new Error(`No answer on the page (${page.status}): ${page.html}`);
  const xml = Buffer.from(message, 'base64').toString('utf8');
  return { requestId, form, xml, response: readResponse(xml) };
}

export function assertionOf({ response }: Received): ReceivedAssertion {
  if (!response.Assertion) throw new Error('The answer has no assertion.');
  return response.Assertion;
}
