import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import pLimit from 'p-limit';
import { demand } from '../refused-message.error.ts';

/** Letters. An answer with signatures, certificates and a dozen attributes has a fifth of it, as posted (our choice). */
const LARGE = 64 * 1024;
/** Of the work: three quarters of the time stay for everybody else (our choice; docs/benchmarks/saml-auth.md). */
const REST = 3;
/** More are refused: each that waits is kept in memory (our choice). */
export const MOST_WAITING = 100;

/**
 * Reads large messages one after another, with a rest between that is longer than the work was. Reading one holds the process
 * up, and anybody may send them: whoever signs in meanwhile with an answer of usual size waits for one of them, not for all.
 */
@Injectable()
export class LargeMessages {
  private readonly limit = pLimit(1);

  /** Does the work at once for a message of usual size, else in its turn. @throws RefusedMessageError when too many wait */
  async inTurn<T>(message: unknown, work: () => Promise<T>): Promise<T> {
    if (typeof message !== 'string' || message.length <= LARGE) return work();
    demand(this.limit.pendingCount < MOST_WAITING, 'too-many-large');
    const { promise, resolve } = Promise.withResolvers<T>();
    void this.limit(async () => {
      const begun = performance.now();
      const done = work();
      resolve(done);
      await Promise.allSettled([done]);
      await sleep(REST * (performance.now() - begun));
    });
    return promise;
  }
}
