/** What a person's browser does for us: keeps the cookie, follows our own redirects, reads and posts forms. */
export class Browser {
  #cookie: string | undefined;

  constructor(readonly site: string) {}

  async get(url: string): Promise<Page> {
    return this.#arrive(await fetch(url, { headers: this.#headers, redirect: 'manual' }));
  }

  async post(url: string, fields: Record<string, string>): Promise<Page> {
    const body = new URLSearchParams(fields);
    return this.#arrive(await fetch(url, { method: 'POST', body, headers: this.#headers, redirect: 'manual' }));
  }

  /** Presses the button of a person on the sign-in page. */
  async choose(page: Page, username: string): Promise<Page> {
    return this.post(`${this.site}/sign-in`, { ...page.form.fields, username });
  }

  get hasSession(): boolean {
    return this.#cookie !== undefined;
  }

  get #headers(): Record<string, string> {
    return this.#cookie === undefined ? {} : { cookie: this.#cookie };
  }

  async #arrive(answer: Response): Promise<Page> {
    for (const line of answer.headers.getSetCookie()) this.#keep(line);
    const target = answer.headers.get('location');
    if (target === null) return new Page(answer.status, answer.headers, await answer.text());
    const url = new URL(target, this.site).href;
    return url.startsWith(this.site) ? this.get(url) : new Page(answer.status, answer.headers, '');
  }

  #keep(line: string): void {
    const [pair = ''] = line.split(';');
    this.#cookie = pair.endsWith('=') ? undefined : pair;
  }
}

export class Page {
  constructor(
    readonly status: number,
    readonly headers: Headers,
    readonly html: string,
  ) {}

  /** The first form of the page. */
  get form(): { action: string; fields: Record<string, string> } {
    const form = /<form [^>]*action="(?<action>[^"]*)".*?<\/form>/s.exec(this.html);
    const inputs = form?.[0].matchAll(/<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)"/g) ?? [];
    return {
      action: unescaped(form?.groups?.['action'] ?? ''),
      fields: Object.fromEntries(
        [...inputs].map(({ groups }) => [groups?.['name'] ?? '', unescaped(groups?.['value'] ?? '')]),
      ),
    };
  }
}

function unescaped(html: string): string {
  return html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
