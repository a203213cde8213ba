import { PUBLIC_CLIENT, REPOSITORY, Running, UNIVERSITY } from '../../testing/running.ts';
import { Receiver } from '../../testing/receiver.ts';
import { at, send } from '../../testing/http-client.ts';

const MINUTE = 60;
const CLIENTS = [UNIVERSITY, REPOSITORY].map((client) => ({ ...client, name: client.id, type: 'premium' as const }));
const PEOPLE = [{ key: 'ada', givenNames: 'Ada' }];

describe('webhooks', () => {
  let still: Running;
  let orcid: Running;
  let receiver: Receiver;
  let iD: string;
  beforeAll(async () => {
    still = await Running.start({ clients: CLIENTS, people: PEOPLE, webhooks: { enabled: false } });
  });
  afterAll(() => still.stop());
  beforeEach(async () => {
    receiver = await Receiver.start();
    orcid = still;
    await orcid.admin('POST', '/reset');
    await orcid.admin('POST', '/clock', { stopped: true });
    iD = await orcid.orcid('ada');
  });
  afterEach(async () => {
    if (orcid !== still) await orcid.stop();
    await receiver.stop();
  });

  async function register(path = '/hook', client = UNIVERSITY): Promise<void> {
    expect(await hook('PUT', path, client)).toBe(201);
  }

  async function hook(method: 'PUT' | 'DELETE', path: string, client = UNIVERSITY): Promise<number> {
    const token = await orcid.token(undefined, ['/webhook'], client);
    const uri = encodeURIComponent(receiver.url + path);
    return (await send(`${orcid.api}/${iD}/webhook/${uri}`, { method, token })).status;
  }

  async function change(): Promise<void> {
    const token = await orcid.token('ada');
    await orcid.member(`${iD}/keywords`, { method: 'POST', token, body: { content: `word ${Math.random()}` } });
  }

  async function run(): Promise<number> {
    return at((await orcid.admin('POST', '/webhooks/run')).json, 'calls') as number;
  }

  const pass = (minutes: number) => orcid.admin('POST', '/clock', { advanceSeconds: minutes * MINUTE });

  it('tell of many changes in one empty POST that does not say what has changed', async () => {
    await register('/hook/one');
    await change();
    await change();
    await run();
    const [call, ...more] = receiver.calls;
    expect(more).toEqual([]);
    expect(call).toMatchObject({ method: 'POST', path: '/hook/one', body: '' });
    const headers = Object.keys(call?.headers ?? {}).sort();
    expect(headers).toEqual(['connection', 'content-length', 'host', 'user-agent']);
  });

  it('tell nothing when nothing has changed since the registration or the last call', async () => {
    await change();
    await register();
    expect(await run()).toBe(0);
    await change();
    expect([await run(), await run()]).toEqual([1, 0]);
  });

  it('wait ten minutes longer after every failure', async () => {
    await register();
    await change();
    receiver.status = 500;
    expect(await run()).toBe(1);
    await pass(9);
    expect(await run()).toBe(0);
    await pass(1);
    expect(await run()).toBe(1);
    await pass(19);
    expect(await run()).toBe(0);
    await pass(1);
    expect(await run()).toBe(1);
  });

  it('forget their failures with the first success', async () => {
    await register();
    await change();
    receiver.status = 302;
    await run();
    receiver.status = 204;
    await pass(10);
    await run();
    await change();
    expect(await run()).toBe(1);
    expect(at((await orcid.admin('GET', '/webhooks')).json, 0, 'failures')).toBe(0);
  });

  it('fall silent for good after 25 failures, until registered anew', async () => {
    await register();
    await change();
    receiver.status = 500;
    for (let failure = 0; failure < 25; failure += 1) {
      expect(await run()).toBe(1);
      await pass(250);
    }
    expect(await run()).toBe(0);
    await pass(1_000_000);
    expect([await hook('PUT', '/hook'), await run()]).toEqual([204, 0]);
    expect(await hook('DELETE', '/hook')).toBe(204);
    await register();
    await change();
    expect(await run()).toBe(1);
  });

  it('skip the rest of a client whose receiver has had enough, and only of that one', async () => {
    for (let index = 0; index < 25; index += 1) await register(`/busy/${index}`);
    await register('/other', REPOSITORY);
    await change();
    receiver.status = 429;
    await run();
    const busy = receiver.calls.filter(({ path }) => path.startsWith('/busy'));
    expect(busy.length).toBeLessThan(25);
    expect(receiver.calls.filter(({ path }) => path === '/other')).toHaveLength(1);
  });

  it('count a receiver that cannot be reached as a failure', async () => {
    await register();
    await change();
    await receiver.stop();
    expect(await run()).toBe(1);
    expect(at((await orcid.admin('GET', '/webhooks')).json, 0, 'failures')).toBe(1);
  });

  it('are not sent for a client that is locked', async () => {
    const locked = { ...PUBLIC_CLIENT, name: 'Locked', type: 'premium' as const };
    orcid = await Running.start({
      clients: [{ ...locked, state: 'locked' }],
      people: PEOPLE,
      webhooks: { enabled: false },
    });
    iD = await orcid.orcid('ada');
    await register('/hook', PUBLIC_CLIENT);
    await orcid.admin('PATCH', '/people/ada', { givenNames: 'Adelaide' });
    expect(await run()).toBe(0);
  });

  it('are sent on their own, without anybody asking', async () => {
    orcid = await Running.start({ clients: CLIENTS, people: PEOPLE, webhooks: { intervalSeconds: 0.02 } });
    iD = await orcid.orcid('ada');
    await register('/alone');
    await change();
    expect((await receiver.next()).path).toBe('/alone');
  });
});
