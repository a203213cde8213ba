import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** Letters. An answer with signatures, certificates and a dozen attributes has a fifth of it, as posted (our choice). */
const LARGE = 64 * 1024;
/** Of the work: three quarters of the time stay for everybody else (our choice; docs/benchmarks/saml-auth.md). */
const REST = 3;

/**
 * Reads large messages one after another, with a rest between that is longer than the work was. Reading one holds the process
 * up, and anybody may send them: whoever signs in meanwhile with an answer of usual size waits for one of them, not for all.
 */
@Injectable()
export class LargeMessages {
  private last: Promise<unknown> = Promise.resolve();

  /** Does the work at once for a message of usual size, else in its turn. */
  async inTurn<T>(message: unknown, work: () => Promise<T>): Promise<T> {
    if (typeof message !== 'string' || message.length <= LARGE) return work();
    let begun = 0;
    const done = this.last.then(() => {
      begun = performance.now();
      return work();
    });
    const rest = (): Promise<void> => sleep(REST * (performance.now() - begun));
    this.last = done.then(rest, rest);
    return done;
  }
}
