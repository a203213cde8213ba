import type { Deadline } from './deadline.ts';
import { pause } from './pause.ts';
import type { RateBudget } from './rate-budget.ts';
import { WaitQueue } from './wait-queue.ts';

/** A slot that lies further ahead is one after a rest, which somebody may end (`holdBack`): it is asked for again. */
const FURTHEST_SLOT_MS = 5_000;

/**
 * Lets requests through one by one, each on a slot of the budget. A slot is reserved for nobody: when it has come, it goes
 * to a waiting person before bulk, so that a process holds one slot ahead at most and nobody waits behind a backlog.
 */
export class RateLimiter {
  private readonly people = new WaitQueue();
  private readonly bulk = new WaitQueue();
  private isRunning = false;
  private untilSlot = new AbortController();

  constructor(
    private readonly budget: RateBudget,
    private readonly bucket: string,
    private readonly intervalMs: number,
    private readonly furthestMs = FURTHEST_SLOT_MS,
  ) {}

  /** Resolves when the request may be sent, at once. @throws RateLimitedError, or what the budget fails with */
  async pass(deadline: Deadline): Promise<void> {
    const queue = deadline.urgency === 'person' ? this.people : this.bulk;
    const passed = deadline.until((signal) => queue.wait(signal));
    if (!this.isRunning) void this.turn();
    try {
      await passed;
    } catch (error) {
      if (this.isIdle) this.untilSlot.abort();
      throw error;
    }
  }

  /** Nobody passes for so long, in any process. */
  holdBack(ms: number): Promise<void> {
    return this.budget.holdBack(this.bucket, ms);
  }

  private get isIdle(): boolean {
    return this.people.isEmpty && this.bulk.isEmpty;
  }

  private async turn(): Promise<void> {
    this.isRunning = true;
    try {
      while (!this.isIdle) {
        const ms = await this.budget.reserve(this.bucket, this.intervalMs);
        const isNear = ms <= this.furthestMs;
        if ((await this.comes(Math.min(ms, this.furthestMs))) && isNear) this.callNext();
      }
    } catch (error) {
      this.people.failAll(error as Error);
      this.bulk.failAll(error as Error);
    } finally {
      this.isRunning = false;
    }
  }

  /** Waits for a slot. @returns false when everybody gave up before it came */
  private async comes(ms: number): Promise<boolean> {
    if (ms <= 0) return true;
    if (this.isIdle) return false;
    this.untilSlot = new AbortController();
    return pause(ms, this.untilSlot.signal).then(
      () => true,
      () => false,
    );
  }

  private callNext(): void {
    if (!this.people.callNext()) this.bulk.callNext();
  }
}
