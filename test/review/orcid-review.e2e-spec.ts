import { execFile } from 'node:child_process';
import path from 'node:path';
import { useStack } from '../support/stack-in-test.ts';

const PORTAL = path.resolve(import.meta.dirname, '../../apps/portal/dist/main.js');

/** Starts a process of the product and waits for its end. @returns what it complained of */
const complaintsOf = (env: Record<string, string>): Promise<string> =>
  new Promise((resolve) => {
    execFile(
      process.execPath,
      [PORTAL],
      { env: { PATH: process.env['PATH'] ?? '', ...env } },
      (_error, _out, complaints) => {
        resolve(complaints);
      },
    );
  });

describe('what ORCID’s integration review asks for', () => {
  const context = useStack();

  it('nobody can type, edit or search an iD anywhere', async () => {
    const amara = context.visitPlainly();
    const fieldsOn = async (address: string) => {
      await amara.open(address);
      return amara.page.count('input:not([type=hidden]), textarea, select, [contenteditable]');
    };
    await amara.connect('Amara Okafor');
    for (const address of ['/', '/connect', '/connect/denied', '/connection', '/connection/disconnect', '/people']) {
      expect([address, await fieldsOn(address)]).toEqual([address, 0]);
    }
  });

  it('the round trip begins at the branded button, asks only for what is used, and prefills ORCID’s forms', async () => {
    const jose = context.visitPlainly({ locale: 'de' });
    await jose.signIn('José Muñoz Ibáñez');
    await jose.open('/connect?lang=en');
    expect(jose.page.text('.orcid-button')).toBe('Create or Connect your ORCID iD');
    expect(jose.page.attribute('.orcid-button img', 'src')).toContain('orcid-id.svg');
    await jose.open('/connect?lang=de');
    await jose.pressOrcidButton();
    expect(jose.url).toContain(`${context.stack.addresses.orcidSandbox}/`);
    const { pathname, searchParams: asked } = new URL(jose.url);
    expect(pathname).toBe('/oauth/authorize');
    expect(asked.get('scope')?.split(' ').sort()).toEqual(['/activities/update', '/person/update', '/read-limited']);
    expect(asked.get('redirect_uri')).toBe(`${context.stack.addresses.portal}/orcid/callback`);
    expect([asked.get('lang'), asked.get('email'), asked.get('given_names'), asked.get('family_names')]).toEqual([
      'de',
      'jose@example.edu',
      'José',
      'Muñoz Ibáñez',
    ]);
    expect(asked.get('state')?.length).toBeGreaterThanOrEqual(43);
  });

  it('what must be kept is kept: name, iD, tokens, scopes, expiry and put-codes', async () => {
    const lena = context.visitPlainly();
    await lena.connect('Lena Brandt');
    await lena.untilWritten();
    const rows = await context.stack.database.query(
      `select c.orcid is not null and c.name is not null and c.access_token is not null and c.refresh_token is not null
              and c.scopes <> '{}' and c.token_expires_at > now() + interval '19 years' and i.put_code is not null as kept
         from connection c join person r on r.id = c.person_id join record_item i on i.connection_id = c.id
        where r.display_name = 'Lena Brandt'`,
    );
    expect(rows).toEqual([{ kept: true }]);
  });

  it('every answer forbids framing, inline code and caching of personal pages', async () => {
    const { portal } = context.stack.addresses;
    const answers = await Promise.all(['/', '/people', '/no-such-page'].map((address) => fetch(portal + address)));
    for (const { headers } of answers) {
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-powered-by')).toBeNull();
    }
    const html = await answers[0]!.text();
    expect(html).not.toMatch(/ style="| on\w+="|<script(?! type="module" src=)/);
  });

  it('production wants https, and a real ORCID; all faults are reported at once, by name, without any value', async () => {
    const complaints = await complaintsOf({
      NODE_ENV: 'production',
      PORTAL_URL: 'http://orcid.example.edu',
      ORCID_ENVIRONMENT: 'local',
      SESSION_SECRETS: 'too-short-to-show',
      TOKEN_KEYS: 'k:not-a-key-to-show',
      PORT: '70000',
    });
    for (const name of [
      'DATABASE_URL is required',
      'PORT',
      'SESSION_SECRETS',
      'TOKEN_KEYS',
      'PORTAL_URL must be https',
    ]) {
      expect(complaints).toContain(name);
    }
    expect(complaints).not.toMatch(/to-show/);
    expect(complaints).not.toMatch(/\n\s+at /);
    expect(
      await complaintsOf({
        NODE_ENV: 'production',
        PORTAL_URL: 'https://orcid.example.edu',
        ORCID_ENVIRONMENT: 'production',
        ORCID_SITE_URL: 'https://sandbox.orcid.org',
        SESSION_SECRETS: 'x'.repeat(40),
        TOKEN_KEYS: `k:${Buffer.from(Array.from({ length: 32 }, (_, at) => at * 7)).toString('base64')}`,
        DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none',
        PORT: '0',
      }),
    ).toContain('ORCID_SITE_URL and ORCID_API_URL are only for ORCID_ENVIRONMENT=local');
  });
});
