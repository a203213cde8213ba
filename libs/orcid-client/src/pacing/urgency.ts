import { AsyncLocalStorage } from 'node:async_hooks';

/** Whose call it is: somebody who waits at a screen goes before bulk. */
export type Urgency = 'person' | 'bulk';

const current = new AsyncLocalStorage<Urgency>();

/** Makes every call of the work as urgent as that, unless the call itself says otherwise. */
export function withUrgency<T>(urgency: Urgency, work: () => Promise<T>): Promise<T> {
  return current.run(urgency, work);
}

export function currentUrgency(): Urgency | undefined {
  return current.getStore();
}
