import type { CookieJar } from 'tough-cookie';
import { newCookieJar } from '../outside.ts';
import { type PageRequest, PlainPage } from './plain-page.ts';

/** Further than any way goes that ends. */
const MOST_STEPS = 20;

/** One request and what came back, as the network would see it. */
export interface Step extends PageRequest {
  readonly answer: PlainPage;
}

interface Answer {
  readonly page: PlainPage;
  /** Where a redirect or a header leads. */
  readonly onward: PageRequest | undefined;
}

/**
 * A browser that keeps cookies, follows redirects and links, sends forms, and goes on where a page's script does nothing but
 * go on. It draws nothing and runs no script: a page costs a hundredth of what it costs in Chromium, and whatever depends on
 * how browsers behave is to be tested in one. It sends no Origin, Referer or Sec-Fetch headers: nobody here reads them.
 */
export class PlainBrowser {
  private current: PlainPage | undefined;
  /** Every request so far, in order. */
  readonly steps: Step[] = [];

  constructor(
    private readonly locale: string,
    readonly cookies: CookieJar = newCookieJar(),
  ) {}

  /** The page that is open. */
  get page(): PlainPage {
    if (this.current === undefined) throw new Error('No page was opened yet.');
    return this.current;
  }

  /** Goes there, and on for as long as it is led on. */
  async go(request: PageRequest): Promise<PlainPage> {
    let next: PageRequest | undefined = request;
    for (let step = 0; next !== undefined; step++) {
      if (step === MOST_STEPS) throw new Error(`Led on for ever, at last to ${next.address}`);
      const { page, onward }: Answer = await this.send(next);
      this.current = page;
      next = onward;
    }
    return this.page;
  }

  async click(selector: string, named?: string): Promise<PlainPage> {
    return this.go(this.page.click(selector, named));
  }

  /** Asks for one thing only. The page that is open stays open. */
  async send(request: PageRequest, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
    const { address, form } = request;
    const response = await fetch(address, {
      redirect: 'manual',
      headers: { ...(await this.headers(address)), ...headers },
      ...(form && { method: 'POST', body: form }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      await this.cookies.setCookie(cookie, address, { ignoreError: true });
    }
    const answer = new PlainPage(address, response.status, await response.text());
    this.steps.push({ ...request, answer });
    return { page: answer, onward: onwardOf(response, request) ?? answer.next };
  }

  private async headers(address: string): Promise<Record<string, string>> {
    const cookie = await this.cookies.getCookieString(address, { sameSiteContext: this.sameSite(address) });
    return {
      accept: 'text/html,application/xhtml+xml,*/*;q=0.8',
      'accept-language': this.locale,
      // A kept connection may be closed at the other end at the moment at which it is used again.
      connection: 'close',
      ...(cookie !== '' && { cookie }),
    };
  }

  /** Ports and paths of one name are one site; everything else is reached by links here. */
  private sameSite(address: string): 'strict' | 'lax' {
    const from = this.current?.url ?? address;
    return new URL(from).hostname === new URL(address).hostname ? 'strict' : 'lax';
  }
}

function onwardOf({ status, headers }: Response, { address, form }: PageRequest): PageRequest | undefined {
  const [, refresh] = /^0; url=(.*)/.exec(headers.get('refresh') ?? '') ?? [];
  const location = headers.get('location') ?? refresh;
  if (location === undefined || (status < 300 && refresh === undefined)) return undefined;
  const target = new URL(location, address).href;
  return status >= 307 && form !== undefined ? { address: target, form } : { address: target };
}
