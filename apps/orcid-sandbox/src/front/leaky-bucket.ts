/** What nginx's `limit_req` does: a steady rate, a queue that slows callers down, and refusal beyond it. */
export class LeakyBucket {
  #excess = -1;
  #last = 0;

  constructor(
    private readonly perSecond: number,
    private readonly burst: number,
  ) {}

  /** @returns how many milliseconds the call has to wait, or nothing when the queue is full */
  admit(now: number): number | undefined {
    const drained = ((now - this.#last) / 1000) * this.perSecond;
    const excess = Math.max(this.#excess - drained + 1, 0);
    if (excess > this.burst) return undefined;
    this.#excess = excess;
    this.#last = now;
    return (excess / this.perSecond) * 1000;
  }
}
