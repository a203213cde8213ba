/** The simulated time: the machine's, moved or stopped on request. */
export class Clock {
  #offset = 0;
  #stoppedAt: number | undefined;

  now(): number {
    return this.#stoppedAt ?? Date.now() + this.#offset;
  }

  set(instant: number): void {
    this.#offset = instant - Date.now();
    if (this.#stoppedAt !== undefined) this.#stoppedAt = instant;
  }

  advance(milliseconds: number): void {
    this.set(this.now() + milliseconds);
  }

  stop(): void {
    this.#stoppedAt = this.now();
  }

  run(): void {
    const now = this.now();
    this.#stoppedAt = undefined;
    this.set(now);
  }

  reset(): void {
    this.#offset = 0;
    this.#stoppedAt = undefined;
  }
}
