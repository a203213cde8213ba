import { RateLimitedError } from '../errors/rate-limited.error.ts';

/** Whose call it is: somebody who waits at a screen goes before bulk. */
export type Urgency = 'person' | 'bulk';

/** What a caller may say about any call. */
export interface CallOptions {
  /** Ends the call with the signal's reason. A write that was under way may have had an effect. */
  readonly signal?: AbortSignal;
  /** Longest the call may take, with waiting for a slot and all tries. */
  readonly deadlineMs?: number;
  readonly urgency?: Urgency;
}

/** How long a call may still take, and whether its caller still wants it. */
export class Patience {
  readonly signal: AbortSignal;
  readonly urgency: Urgency;
  private readonly caller: AbortSignal | undefined;
  private readonly endsAt: number;

  constructor(
    private readonly path: string,
    { signal, deadlineMs, urgency }: CallOptions,
    otherwise: Required<Pick<CallOptions, 'deadlineMs' | 'urgency'>>,
  ) {
    const ms = deadlineMs ?? otherwise.deadlineMs;
    const deadline = AbortSignal.timeout(ms);
    this.caller = signal;
    this.signal = signal === undefined ? deadline : AbortSignal.any([signal, deadline]);
    this.urgency = urgency ?? otherwise.urgency;
    this.endsAt = performance.now() + ms;
  }

  get leftMs(): number {
    return this.endsAt - performance.now();
  }

  /** Waits for something before anything is sent. @throws RateLimitedError when the deadline comes first */
  async until<T>(waiting: (signal: AbortSignal) => Promise<T>): Promise<T> {
    try {
      return await waiting(this.signal);
    } catch (error) {
      this.throwIfUnwanted();
      if (!this.signal.aborted) throw error;
      throw new RateLimitedError({ status: 0, reason: 'no slot in time', path: this.path });
    }
  }

  /** The call was ended from outside: that is not ORCID's doing, and no error of ours. */
  throwIfUnwanted(): void {
    this.caller?.throwIfAborted();
  }
}
