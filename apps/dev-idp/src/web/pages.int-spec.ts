import { Bench } from '../testing/bench.ts';
import { type Page } from '../testing/browser.ts';

describe('The pages', () => {
  const bench = new Bench();

  beforeAll(() => bench.start());
  afterAll(() => bench.stop());

  async function allPages(): Promise<Record<string, Page>> {
    const browser = bench.browser();
    const home = await browser.get(`${bench.url}/`);
    const { page: signIn } = await bench.ask(browser);
    const mistaken = await browser.choose(signIn, 'nobody');
    const goOn = await browser.choose(signIn, 'ada');
    const signedIn = await browser.get(`${bench.url}/`);
    const problem = await browser.get(`${bench.url}/sso`);
    const missing = await browser.get(`${bench.url}/nowhere`);
    return { home, signIn, mistaken, goOn, signedIn, problem, missing };
  }

  it('hold no inline script or style, and every form of theirs may be sent under their policy', async () => {
    for (const { html, headers, form } of Object.values(await allPages())) {
      expect(html).not.toMatch(/<script>|<style|style=|\son\w+=/);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      const target = form.action.startsWith('http') ? new URL(form.action).origin : "'self'";
      expect(policy).toMatch(new RegExp(`form-action [^;]*${target}`));
    }
  });

  it('say their language and their title, once', async () => {
    for (const { html } of Object.values(await allPages())) {
      expect(html).toMatch(/^<!doctype html><html lang="en">/);
      expect(html.match(/<h1>/g)).toHaveLength(1);
      expect(html).toMatch(/<title>.+ – Example University<\/title>/);
    }
  });

  it('are never kept by a cache', async () => {
    for (const { headers } of Object.values(await allPages())) expect(headers.get('cache-control')).toBe('no-store');
  });

  it('send an answer by themselves with a script of their own, and by a button without one', async () => {
    const { goOn } = await allPages();
    expect(goOn?.html).toContain('<script src="/assets/continue.js" defer></script>');
    expect(goOn?.html).toContain('<button>Continue</button>');
    const script = await fetch(`${bench.url}/assets/continue.js`);
    expect([script.status, script.headers.get('content-type')]).toEqual([200, 'text/javascript; charset=utf-8']);
    expect(await script.text()).toContain('form[data-continue]');
    const stylesheet = await fetch(`${bench.url}/assets/dev-idp.css`);
    expect([stylesheet.status, stylesheet.headers.get('content-type')]).toEqual([200, 'text/css; charset=utf-8']);
  });

  it('keep the session in a cookie that scripts cannot read and other sites cannot post with', async () => {
    const { page } = await bench.ask(bench.browser());
    const body = new URLSearchParams({ ...page.form.fields, username: 'ada' });
    const answer = await fetch(`${bench.url}/sign-in`, { method: 'POST', body });
    expect(answer.headers.getSetCookie()).toEqual([
      expect.stringMatching(/^dev_idp=[\w-]+; Path=\/; HttpOnly; SameSite=Lax$/),
    ]);
  });

  it('answer a form that lacks a field with a page, not with a fault', async () => {
    const page = await bench.browser().post(`${bench.url}/sign-in`, {});
    expect(page.status).toBe(422);
    expect(page.html).toContain('This cannot be answered');
  });
});

describe('A provider at a secure public address', () => {
  const bench = new Bench();

  afterAll(() => bench.stop());

  it('marks its cookie as secure', async () => {
    await bench.start({ publicUrl: 'https://idp.example.edu' });
    const { xml } = bench.rp.authnRequest();
    const form = new URLSearchParams({ SAMLRequest: Buffer.from(xml).toString('base64') });
    const asked = await fetch(`${bench.url}/sso`, { method: 'POST', body: form, redirect: 'manual' });
    const [, request = ''] = asked.headers.get('location')?.split('=') ?? [];
    const body = new URLSearchParams({ request, username: 'ada' });
    const answer = await fetch(`${bench.url}/sign-in`, { method: 'POST', body });
    expect(answer.headers.getSetCookie()).toEqual([expect.stringContaining('; Secure')]);
  });
});
