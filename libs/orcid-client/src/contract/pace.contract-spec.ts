import { anEmployment, aWork } from '@ligature/orcid-model/testing';
import { affiliationItem, Secret } from '@ligature/orcid-model';
import type { OrcidClient } from '../orcid-client.ts';
import { LocalRateBudget } from '../pacing/local-rate-budget.ts';
import type { RecordAccess } from '../record-access.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

/** Notes what is asked of it. */
class WatchedBudget extends LocalRateBudget {
  readonly heldBack: number[] = [];
  reserved = 0;

  override reserve(bucket: string, ms: number): Promise<number> {
    this.reserved++;
    return super.reserve(bucket, ms);
  }

  override holdBack(_bucket: string, ms: number): Promise<void> {
    this.heldBack.push(ms);
    return Promise.resolve();
  }
}

describe('the pace', () => {
  let orcid: SandboxProcess;
  let access: RecordAccess;
  const clients: OrcidClient[] = [];
  const client = (...options: Parameters<SandboxProcess['client']>) => {
    const made = orcid.client(...options);
    clients.push(made);
    return made;
  };

  beforeAll(async () => {
    orcid = await SandboxProcess.start({ rateLimits: { member: { perSecond: 100, burst: 40 } } });
  });

  beforeEach(async () => {
    access = await orcid.access(await orcid.someone());
    await orcid.admin('DELETE', '/log');
  });

  afterEach(async () => {
    await orcid.noFaults();
    await Promise.all(clients.splice(0).map((one) => one.close()));
  });

  afterAll(() => orcid.stop());

  it('of a hundred calls at once is one that the proxy never refuses', async () => {
    const paced = client({ requestsPerSecond: 100, tries: 1 });
    await Promise.all(Array.from({ length: 100 }, () => paced.items.itemsIn(access, 'keyword')));
    expect((await orcid.calls()).map(({ status }) => status)).toEqual(Array.from({ length: 100 }, () => 200));
  });

  it('counts every request, each try and each token too', async () => {
    const budget = new WatchedBudget();
    const watched = client({ budget });
    await orcid.fault({ effect: 'server-error', path: '/keywords', times: 1 });
    await watched.items.itemsIn(access, 'keyword');
    await watched.tokens.forClient(US, '/read-public');
    expect(budget.reserved).toBe(3);
  });

  it('is slowed down for all when ORCID asks for fewer requests', async () => {
    const budget = new WatchedBudget();
    await orcid.fault({ effect: 'unavailable', path: '/keywords', times: 1 });
    await client({ budget, retryDelayMs: 7 }).items.itemsIn(access, 'keyword');
    expect(budget.heldBack).toEqual([7]);
  });

  it('lets nobody write to a record while somebody else does, and everybody read it', async () => {
    const came = await orcid.fault({ effect: 'latency', latencyMs: 500, method: 'POST' });
    const busy = client();
    const writing = ['one', 'two', 'three'].map((word) =>
      busy.items.create(access, { section: 'keyword', content: word }),
    );
    while ((await came()) === 0);
    expect(await busy.items.itemsIn(access, 'keyword')).toEqual([]);
    expect(await came()).toBe(1);
    await Promise.all(writing);
    expect(await busy.items.itemsIn(access, 'keyword')).toHaveLength(3);
  });

  it('lets a waiting person through before the bulk that came first', async () => {
    const slow = client({ requestsPerSecond: 50 });
    const bulk = Array.from({ length: 10 }, () => slow.items.itemsIn(access, 'keyword'));
    await slow.records.person(access, { urgency: 'person' });
    await Promise.all(bulk);
    const urls = (await orcid.calls()).map(({ url }) => url);
    expect(urls.findIndex((url) => url.includes('/person'))).toBeLessThan(5);
  });

  it('leaves ORCID alone while it is down, and looks again with one call', async () => {
    const came = await orcid.fault({ effect: 'server-error', path: '/keywords' });
    const single = client({ tries: 1 });
    for (let call = 0; call < 10; call++) await single.items.itemsIn(access, 'keyword').catch(() => undefined);
    await expect(single.items.create(access, { section: 'work', content: aWork() })).rejects.toMatchObject({
      code: 'orcid-unavailable',
      effect: 'none',
      answer: { status: 0, reason: 'circuit open' },
    });
    expect(await came()).toBe(10);
    await expect(single.tokens.forClient(US, '/read-public')).resolves.toBeInstanceOf(Secret);
  });

  describe('of a call that is no longer wanted', () => {
    const reason = new Error('the person left');

    it('is none: it is not sent', async () => {
      const ended = AbortSignal.abort(reason);
      await expect(client().items.itemsIn(access, 'keyword', { signal: ended })).rejects.toBe(reason);
      expect(await orcid.calls()).toEqual([]);
    });

    it('is ended on the way, and the connection with it', async () => {
      const came = await orcid.fault({ effect: 'latency', latencyMs: 60_000, path: '/keywords' });
      const leaving = new AbortController();
      const call = client().items.itemsIn(access, 'keyword', { signal: leaving.signal });
      while ((await came()) === 0);
      leaving.abort(reason);
      await expect(call).rejects.toBe(reason);
    });

    it('is ended between two tries', async () => {
      const came = await orcid.fault({ effect: 'server-error', path: '/keywords' });
      const leaving = new AbortController();
      const call = client({ retryDelayMs: 3_600_000, deadlineMs: 7_200_000 }).items.itemsIn(access, 'keyword', {
        signal: leaving.signal,
      });
      while ((await came()) === 0);
      leaving.abort(reason);
      await expect(call).rejects.toBe(reason);
    });
  });

  describe('of a call with a deadline', () => {
    it('is ended by it on the way, with an effect that nobody knows', async () => {
      await orcid.fault({ effect: 'latency', latencyMs: 60_000, method: 'POST' });
      const call = client().items.create(access, affiliationItem(anEmployment()), { deadlineMs: 1_000 });
      await expect(call).rejects.toMatchObject({ code: 'orcid-unavailable', effect: 'unknown' });
    });

    it('is ended by it in the queue, with no effect', async () => {
      const slow = client({ requestsPerSecond: 0.001 });
      await slow.items.itemsIn(access, 'keyword');
      await orcid.calls();
      await expect(
        slow.items.create(access, { section: 'keyword', content: 'late' }, { deadlineMs: 50 }),
      ).rejects.toMatchObject({
        code: 'rate-limited',
        answer: { status: 0 },
      });
      expect(await orcid.calls()).toEqual([]);
    });
  });

  describe('of a call that needs a token of our own', () => {
    const hook = 'https://portal.example.edu/changed/1';

    it('is ended by its deadline while ORCID makes the token, with no effect', async () => {
      await orcid.fault({ effect: 'latency', latencyMs: 60_000, path: '/oauth/token' });
      const call = client({ timeoutMs: 2_000 }).webhooks.register(US, access.orcid, hook, { deadlineMs: 300 });
      await expect(call).rejects.toMatchObject({ code: 'rate-limited', answer: { status: 0, path: '/oauth/token' } });
    });

    it('is ended by its caller while ORCID makes the token', async () => {
      const came = await orcid.fault({ effect: 'latency', latencyMs: 60_000, path: '/oauth/token' });
      const [leaving, reason] = [new AbortController(), new Error('the person left')];
      const call = client({ timeoutMs: 2_000 }).search.idsPage(US, 'orcid:*', {}, { signal: leaving.signal });
      while ((await came()) === 0);
      leaving.abort(reason);
      await expect(call).rejects.toBe(reason);
    });
  });

  it('of a client that cannot reach ORCID at all ends with the error that nothing was sent', async () => {
    const nowhere = client({ orcid: { site: 'http://127.0.0.1:9', api: 'http://127.0.0.1:9' }, tries: 2 });
    await expect(nowhere.items.create(access, { section: 'work', content: aWork() })).rejects.toMatchObject({
      code: 'orcid-unavailable',
      effect: 'none',
      answer: { reason: 'ECONNREFUSED' },
    });
  });
});
