import { mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { affiliation, notification } from '../../testing/bodies.ts';
import { Browser } from '../../testing/browser.ts';
import { at, send, sendForm } from '../../testing/http-client.ts';
import { CALLBACK, Running, UNIVERSITY } from '../../testing/running.ts';
import { type SettingsInput } from '../settings/settings.ts';

const PREMIUM = ['/webhook', '/premium-notification', '/group-id-record/update', '/group-id-record/read'];

let folder: string;
let state: string;
let started: Running[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'orcid-sandbox-'));
  state = join(folder, 'state.ndjson');
  started = [];
});
afterEach(async () => {
  for (const running of started) await running.stop();
  rmSync(folder, { recursive: true });
});

async function start(settings: SettingsInput): Promise<Running> {
  const running = await Running.start(settings, state);
  started.push(running);
  return running;
}

/** The next moment at which the file holds `text`; to be called before the change. */
function written(text: string): Promise<void> {
  return new Promise((resolve) => {
    const watcher = watch(folder, () => {
      if (!readFileSync(state, 'utf8').includes(text)) return;
      watcher.close();
      resolve();
    });
  });
}

describe('a restart with a state file', () => {
  it('keeps records, tokens and keys, goes on counting put-codes, and leaves no half-written file', async () => {
    const before = await start({});
    const iD = await before.orcid('connects');
    const token = await before.token('connects');
    const first = await before.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    const keys = (await send(`${before.site}/oauth/jwks`)).json;
    await before.stop();

    const after = await start({});
    const list = await after.member(`${iD}/employments`, { token });
    const second = await after.member(`${iD}/employment`, { method: 'POST', token, body: affiliation() });
    const putCode = (reply: typeof first) => Number(reply.headers.get('location')?.split('/').at(-1));
    expect(at(list.json, 'affiliation-group', 0, 'summaries', 0, 'employment-summary', 'put-code')).toBe(
      putCode(first),
    );
    expect(putCode(second)).toBe(putCode(first) + 1);
    expect((await send(`${after.site}/oauth/jwks`)).json).toEqual(keys);
    await after.stop();
    expect(readdirSync(folder)).toEqual(['state.ndjson']);
  });

  it('keeps the new secret of a client, and for how long the old one is good', async () => {
    const before = await start({});
    await before.admin('POST', `/clients/${UNIVERSITY.id}/reset-secret`, { secret: 'second' });
    await before.stop();

    const after = await start({});
    const statusWith = async (client_secret: string) => {
      const form = { grant_type: 'client_credentials', scope: '/read-public', client_id: UNIVERSITY.id };
      return (await sendForm(`${after.site}/oauth/token`, { ...form, client_secret })).status;
    };
    expect([await statusWith('second'), await statusWith(UNIVERSITY.secret)]).toEqual([200, 200]);
    await after.admin('POST', '/clock', { advanceSeconds: 86_401 });
    expect([await statusWith('second'), await statusWith(UNIVERSITY.secret)]).toEqual([200, 401]);
  });

  it('lets the settings define people anew, while their items stay', async () => {
    const before = await start({ people: [{ key: 'ada', givenNames: 'Ada', email: 'ada@example.org' }] });
    const iD = await before.orcid('ada');
    const token = await before.token('ada');
    await before.member(`${iD}/keywords`, { method: 'POST', token, body: { content: 'pots' } });
    await before.stop();

    const after = await start({ people: [{ key: 'ada', givenNames: 'Adelaide' }] });
    expect(await after.orcid('ada')).toBe(iD);
    const { json } = await after.member(`${iD}/person`, { token });
    expect(at(json, 'name', 'given-names', 'value')).toBe('Adelaide');
    expect(at(json, 'keywords', 'keyword', 0, 'content')).toBe('pots');
  });

  it('keeps what was promised to clients: revocations, webhooks, notifications and groups', async () => {
    const before = await start({});
    const iD = await before.orcid('connects');
    const [own, premium] = [await before.token('connects'), await before.token(undefined, PREMIUM)];
    const hook = `${iD}/webhook/${encodeURIComponent('https://example.org/hook')}`;
    await send(`${before.api}/${hook}`, { method: 'PUT', token: premium });
    await before.member(`${iD}/notification-permission`, { method: 'POST', token: premium, body: notification() });
    const group = { name: 'Pots', 'group-id': 'publons:pots', description: 'Reviews of pots', type: 'journal' };
    await before.member('group-id-record', { method: 'POST', token: premium, body: group });
    await before.admin('POST', '/revoke-as-user', { orcid: iD, clientId: UNIVERSITY.id });
    await before.stop();

    const after = await start({});
    expect((await send(`${after.api}/${hook}`, { method: 'PUT', token: premium })).status).toBe(204);
    const notifications = await after.member(`${iD}/notification-permission`, { token: premium });
    expect(at(notifications.json, 'notification')).toHaveLength(1);
    const found = await after.member('group-id-record?group-id=publons:pots', { token: premium });
    expect(at(found.json, 'name')).toBe('Pots');
    expect((await after.member(iD, { token: own })).status).toBe(401);
  });

  it('still takes a code that was given before it', async () => {
    const before = await start({});
    const request = { client_id: UNIVERSITY.id, response_type: 'code', scope: '/authenticate', redirect_uri: CALLBACK };
    const browser = new Browser(before.site);
    await browser.open(`/oauth/authorize?${new URLSearchParams(request).toString()}`);
    await browser.press('Josiah S. Carberry');
    const reply = await browser.press('Authorize access');
    const code = new URL(reply.headers.get('location') ?? '').searchParams.get('code') ?? '';
    await before.stop();

    const after = await start({});
    const { id, secret } = UNIVERSITY;
    const form = { grant_type: 'authorization_code', code, client_id: id, client_secret: secret };
    const { json } = await sendForm(`${after.site}/oauth/token`, { ...form, redirect_uri: CALLBACK });
    expect(at(json, 'orcid')).toBe(await after.orcid('connects'));
  });

  it('finds what was written soon after each change, though the program had no time to stop', async () => {
    const orcid = await start({ people: [{ key: 'ada', givenNames: 'Ada' }] });
    const seen = written('Adelaide');
    await orcid.admin('PATCH', '/people/ada', { givenNames: 'Adelaide' });
    await seen;
    const crashed = readFileSync(state);
    await orcid.stop();
    writeFileSync(state, crashed);
    const after = await start({ people: [] });
    const { json } = await after.admin('GET', '/record/ada');
    expect(at(json, 'name')).toBe('Adelaide');
  });
});
