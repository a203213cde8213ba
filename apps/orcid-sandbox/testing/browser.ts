import { send, type Reply } from './http-client.ts';

/** A person at the keyboard: keeps cookies, presses buttons of forms, stops where the site sends them away. */
export class Browser {
  #cookies = new Map<string, string>();
  #page = '';
  #url = '';

  constructor(private readonly site: string) {}

  get page(): string {
    return this.#page;
  }

  get url(): string {
    return this.#url;
  }

  cookie(name: string): string | undefined {
    return this.#cookies.get(name);
  }

  /** Follows redirects within the site. @returns the last answer, which may be a redirect to somewhere else */
  async open(path: string): Promise<Reply> {
    return this.#go(new URL(path, `${this.site}/`).href, {});
  }

  /** Fills the form that has a button of this text, and presses it. */
  async press(button: string, fields: Readonly<Record<string, string>> = {}): Promise<Reply> {
    const form = this.#formWith(button);
    const values = new URLSearchParams({ ...form.values, ...fields });
    return this.#go(new URL(form.action, this.#url).href, { method: 'POST', body: values.toString() });
  }

  async #go(url: string, options: { method?: string; body?: string }): Promise<Reply> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const reply = await send(url, {
      ...options,
      accept: 'text/html',
      type: 'application/x-www-form-urlencoded',
      headers: cookie === '' ? {} : { cookie },
    });
    for (const line of reply.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    this.#url = url;
    this.#page = reply.text;
    const location = reply.headers.get('location');
    const target = location === null ? undefined : new URL(location, url).href;
    return target?.startsWith(`${this.site}/`) === true ? this.#go(target, {}) : reply;
  }

  #formWith(button: string): { action: string; values: Record<string, string> } {
    for (const [, attributes = '', inner = ''] of this.#page.matchAll(/<form([^>]*)>([^]*?)<\/form>/g)) {
      const pressed = [...inner.matchAll(/<button([^>]*)>([^]*?)<\/button>/g)].find(([, , text = '']) =>
        plain(text).includes(button),
      );
      if (pressed === undefined) continue;
      const values: Record<string, string> = {};
      for (const [, input = ''] of inner.matchAll(/<input([^>]*)>/g)) {
        values[attribute(input, 'name')] = attribute(input, 'value');
      }
      const [, own = ''] = pressed;
      if (attribute(own, 'name') !== '') values[attribute(own, 'name')] = attribute(own, 'value');
      return { action: attribute(attributes, 'action'), values };
    }
    throw new Error(`no button "${button}" at ${this.#url}`);
  }
}

function attribute(text: string, name: string): string {
  return unescape(new RegExp(`\\b${name}="([^"]*)"`).exec(text)?.[1] ?? '');
}

function plain(html: string): string {
  return unescape(html.replace(/<[^>]*>/g, ' '));
}

function unescape(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
}
