import { type PendingSignOn, SignOnStore, type SpentSignOn } from '../sign-on-store.ts';

/** Keeps sign-ins of one test in memory. */
export class SignOnMemory extends SignOnStore {
  private readonly pending = new Map<string, PendingSignOn>();
  private readonly assertions = new Set<string>();

  override keep(key: string, pending: PendingSignOn): Promise<void> {
    this.pending.set(key, pending);
    return Promise.resolve();
  }

  override find(key: string): Promise<PendingSignOn | undefined> {
    return Promise.resolve(this.pending.get(key));
  }

  override async once({ key, assertion }: SpentSignOn, work: () => Promise<void>): Promise<boolean> {
    const isFirst = this.pending.delete(key) && !this.assertions.has(assertion);
    this.assertions.add(assertion);
    if (isFirst) await work();
    return isFirst;
  }
}
