interface Waiting {
  readonly call: () => void;
  readonly fail: (error: Error) => void;
}

/** A line of calls that wait for their turn: first come, first served, and whoever gives up leaves it. */
export class WaitQueue {
  private readonly waiting = new Set<Waiting>();

  get isEmpty(): boolean {
    return this.waiting.size === 0;
  }

  /** Resolves when it is called; rejects with the signal's reason when that comes first. */
  wait(signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        signal.removeEventListener('abort', giveUp);
        this.waiting.delete(one);
      };
      const one: Waiting = {
        call: () => {
          leave();
          resolve();
        },
        fail: (error) => {
          leave();
          reject(error);
        },
      };
      const giveUp = (): void => {
        one.fail(signal.reason as Error);
      };
      this.waiting.add(one);
      signal.addEventListener('abort', giveUp);
      if (signal.aborted) giveUp();
    });
  }

  /** @returns false when nobody waits */
  callNext(): boolean {
    for (const one of this.waiting) {
      one.call();
      return true;
    }
    return false;
  }

  failAll(error: Error): void {
    for (const one of [...this.waiting]) one.fail(error);
  }
}
