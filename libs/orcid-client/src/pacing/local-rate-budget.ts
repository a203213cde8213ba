import { RateBudget } from './rate-budget.ts';

/** The budget of a deployment that is one process. */
export class LocalRateBudget extends RateBudget {
  private readonly nextAt = new Map<string, number>();

  constructor(private readonly now: () => number = () => performance.now()) {
    super();
  }

  override reserve(bucket: string, intervalMs: number): Promise<number> {
    const now = this.now();
    const at = Math.max(this.nextAt.get(bucket) ?? now, now);
    this.nextAt.set(bucket, at + intervalMs);
    return Promise.resolve(at - now);
  }

  override holdBack(bucket: string, ms: number): Promise<void> {
    this.nextAt.set(bucket, Math.max(this.nextAt.get(bucket) ?? 0, this.now() + ms));
    return Promise.resolve();
  }
}
