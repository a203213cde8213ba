import { OneTimeStore } from './one-time-store.ts';
import { TestModule } from './testing/index.ts';

const inAMinute = () => new Date(Date.now() + 60_000);
const aMinuteAgo = () => new Date(Date.now() - 60_000);

describe('the one-time store', () => {
  let app: TestModule;
  let store: OneTimeStore;

  beforeAll(async () => {
    app = await TestModule.start();
    store = app.get(OneTimeStore);
  });

  afterAll(() => app.close());

  it('gives a record to one of many who ask at once', async () => {
    await store.put('saml-request', 'id-1', { to: '/connect' }, inAMinute());
    const answers = await Promise.all(Array.from({ length: 20 }, () => store.take('saml-request', 'id-1')));
    expect(answers.filter((answer) => answer !== undefined)).toEqual([{ to: '/connect' }]);
  });

  it('shows a record without using it up, until it is used or has expired', async () => {
    await store.put('saml-request', 'seen', { to: '/connect' }, inAMinute());
    await store.put('saml-request', 'late', {}, aMinuteAgo());
    expect(await store.find('saml-request', 'seen')).toEqual({ to: '/connect' });
    expect(await store.find('saml-request', 'late')).toBeUndefined();
    expect(await store.take('saml-request', 'late')).toBeUndefined();
    expect(await store.take('saml-request', 'seen')).toEqual({ to: '/connect' });
    expect(await store.find('saml-request', 'seen')).toBeUndefined();
  });

  it('lets one of many put the same key', async () => {
    const puts = Array.from({ length: 20 }, () => store.put('saml-assertion', 'assertion-1', {}, inAMinute()));
    expect((await Promise.all(puts)).filter(Boolean)).toHaveLength(1);
  });

  it('gives nothing that has expired, and lets its key be put again', async () => {
    await store.put('oauth-transaction', 'state-1', {}, aMinuteAgo());
    expect(await store.take('oauth-transaction', 'state-1')).toBeUndefined();
    await store.put('oauth-transaction', 'state-2', {}, aMinuteAgo());
    expect(await store.put('oauth-transaction', 'state-2', { again: true }, inAMinute())).toBe(true);
    expect(await store.take('oauth-transaction', 'state-2')).toEqual({ again: true });
  });

  it('keeps what one purpose put from another', async () => {
    await store.put('saml-request', 'id-2', {}, inAMinute());
    expect(await store.take('oauth-transaction', 'id-2')).toBeUndefined();
  });

  it('sweeps what has expired and nothing else', async () => {
    await store.sweep();
    await store.put('saml-request', 'old', {}, aMinuteAgo());
    await store.put('saml-request', 'new', { kept: true }, inAMinute());
    expect(await store.sweep()).toBe(1);
    expect(await store.take('saml-request', 'new')).toEqual({ kept: true });
  });
});
