import { LogoutStore, type PendingLogout } from '../logout/logout-store.ts';

/** Keeps sign-outs of one test in memory, and tells which sessions were ended. */
export class LogoutMemory extends LogoutStore {
  readonly ended: { readonly subject: string; readonly sessionIndexes: readonly string[] }[] = [];
  private readonly pending = new Map<string, PendingLogout>();
  private readonly seen = new Set<string>();

  override keep(key: string, pending: PendingLogout): Promise<void> {
    this.pending.set(key, pending);
    return Promise.resolve();
  }

  override take(key: string): Promise<PendingLogout | undefined> {
    const found = this.pending.get(key);
    this.pending.delete(key);
    return Promise.resolve(found);
  }

  override isFirstUse(request: string): Promise<boolean> {
    const isFirst = !this.seen.has(request);
    this.seen.add(request);
    return Promise.resolve(isFirst);
  }

  override endSessions(subject: string, sessionIndexes: readonly string[]): Promise<void> {
    this.ended.push({ subject, sessionIndexes });
    return Promise.resolve();
  }
}
