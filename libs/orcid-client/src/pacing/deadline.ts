import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { currentUrgency, type Urgency } from './urgency.ts';

export type { Urgency } from './urgency.ts';

/** What a caller may say about any call. */
export interface CallOptions {
  /** Ends the call with the signal's reason. A write that was under way may have had an effect. */
  readonly signal?: AbortSignal;
  /** Longest the call may take, with waiting for its turn and all tries; where a method makes several, each of them. */
  readonly deadlineMs?: number;
  readonly urgency?: Urgency;
}

/** A longer timer ends at once (Node: “timers”, setTimeout). */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** How long a call may still take, and whether its caller still wants it. Must be ended with the call. */
export class Deadline {
  readonly urgency: Urgency;
  private readonly caller: AbortSignal | undefined;
  private readonly controller = new AbortController();
  private readonly endsAt: number;
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly path: string,
    { signal, deadlineMs, urgency }: CallOptions,
    otherwise: Required<Pick<CallOptions, 'deadlineMs' | 'urgency'>>,
  ) {
    const ms = Math.min(deadlineMs ?? otherwise.deadlineMs, LONGEST_TIMER_MS);
    this.caller = signal;
    this.urgency = urgency ?? currentUrgency() ?? otherwise.urgency;
    this.endsAt = performance.now() + ms;
    this.timer = setTimeout(this.runOut, ms).unref();
    signal?.addEventListener('abort', this.giveUp);
    if (signal?.aborted === true) this.giveUp();
  }

  /** Aborted by the deadline or the caller, whichever comes first. */
  get signal(): AbortSignal {
    return this.controller.signal;
  }

  get leftMs(): number {
    return this.endsAt - performance.now();
  }

  /** Waits for something before anything is sent. @throws RateLimitedError when the deadline comes first */
  async until<T>(waiting: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await waiting(this.signal);
    } catch (error) {
      this.throwIfCancelled();
      if (!this.signal.aborted) throw error;
      throw new RateLimitedError({ status: 0, reason: 'not sent in time', path: this.path });
    }
  }

  /** The call was ended from outside: that is not ORCID's doing, and no error of ours. */
  throwIfCancelled(): void {
    this.caller?.throwIfAborted();
  }

  end(): void {
    clearTimeout(this.timer);
    this.caller?.removeEventListener('abort', this.giveUp);
  }

  private readonly runOut = (): void => {
    this.controller.abort(new DOMException('The deadline of the call has come.', 'TimeoutError'));
  };

  private readonly giveUp = (): void => {
    this.controller.abort(this.caller?.reason);
  };
}
