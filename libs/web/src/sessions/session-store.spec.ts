import type { SessionData } from 'express-session';
import { type SessionRecords, SessionStore } from './session-store.ts';

const MINUTE_MS = 60_000;

/** Keeps what was asked of it, as a database would. */
class Records implements SessionRecords {
  data: object | undefined;
  until: Date | undefined;
  load = () => Promise.resolve(this.data);
  save = (_id: string, data: object, until: Date) => {
    [this.data, this.until] = [data, until];
    return Promise.resolve();
  };
  prolong = (_id: string, until: Date) => {
    this.until = until;
    return Promise.resolve();
  };
  destroy = () => Promise.resolve();
}

const session = (given: object): SessionData => ({ cookie: {}, institutionId: 'example', ...given }) as SessionData;
const set = (store: SessionStore, data: SessionData) => new Promise((resolve) => store.set('id', data, resolve));
const touch = (store: SessionStore, data: SessionData) => new Promise((resolve) => store.touch('id', data, resolve));
const get = (store: SessionStore) =>
  new Promise<unknown>((resolve) => {
    store.get('id', (_, found) => {
      resolve(found);
    });
  });

describe('a session', () => {
  it('lasts for half an hour without a request, whether it is changed or only used', async () => {
    const records = new Records();
    const store = new SessionStore(records, 'example');
    for (const use of [set, touch]) {
      await use(store, session({}));
      expect(records.until!.getTime() - Date.now()).toBeGreaterThan(29 * MINUTE_MS);
    }
  });

  it('outlasts idleness while its owner is awaited, but not its end', async () => {
    const records = new Records();
    const store = new SessionStore(records, 'example');
    const awaitsUntil = Date.now() + 60 * MINUTE_MS;
    const endsAt = Date.now() + 50 * MINUTE_MS;
    for (const use of [set, touch]) {
      await use(store, session({ awaitsUntil }));
      expect(records.until).toEqual(new Date(awaitsUntil));
      await use(store, session({ awaitsUntil, endsAt }));
      expect(records.until).toEqual(new Date(endsAt));
      await use(store, session({ awaitsUntil: Date.now() - MINUTE_MS }));
      expect(records.until!.getTime() - Date.now()).toBeGreaterThan(29 * MINUTE_MS);
    }
  });

  it('is never kept longer than whoever vouched for the person allows', async () => {
    const records = new Records();
    const store = new SessionStore(records, 'example');
    const endsAt = Date.now() + 5 * MINUTE_MS;
    for (const use of [set, touch]) {
      await use(store, session({ endsAt }));
      expect(records.until).toEqual(new Date(endsAt));
    }
  });

  it('is over at its end even if its record is still there', async () => {
    const records = new Records();
    const store = new SessionStore(records, 'example');
    records.data = session({ endsAt: Date.now() - 1 });
    expect(await get(store)).toBeNull();
    records.data = session({ endsAt: Date.now() + MINUTE_MS });
    expect(await get(store)).not.toBeNull();
    records.data = session({ begunAt: Date.now() - 13 * 60 * MINUTE_MS });
    expect(await get(store)).toBeNull();
  });
});
