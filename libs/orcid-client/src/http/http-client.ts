import type { OrcidId } from '@ligature/orcid-model';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { backOff } from '../pacing/back-off.ts';
import type { Admission, CircuitBreaker } from '../pacing/circuit-breaker.ts';
import { type CallOptions, Deadline, type Urgency } from '../pacing/deadline.ts';
import { pause } from '../pacing/pause.ts';
import type { RecordLocks } from '../pacing/record-locks.ts';
import type { RateLimiter } from '../pacing/rate-limiter.ts';
import { isPage, unreadable } from './body.ts';
import { toError } from './to-error.ts';
import type { OrcidRequest, OrcidResponse, Transport } from './transport.ts';

/** One call: what to send, what its answer means, and what may be done with it on the way. */
export interface OrcidCall<T> {
  readonly request: OrcidRequest;
  /** @throws OrcidUnavailableError when the answer is not what it should be */
  readonly read: (response: OrcidResponse) => T;
  /** Whether to send it twice does what to send it once does. */
  readonly isRepeatable: boolean;
  /** Record that it writes to. */
  readonly writesTo?: OrcidId | undefined;
  /** Called before each try, with whether an earlier one may have had an effect. */
  readonly onTry?: ((mayBeDone: boolean) => void) | undefined;
}

export interface HttpClientOptions {
  readonly transport: Transport;
  readonly rateLimiter: RateLimiter;
  readonly breaker: CircuitBreaker;
  readonly locks: RecordLocks;
  /** How often a repeatable call is sent at most. */
  readonly tries: number;
  /** Wait before the second try, at most; it doubles with each further one. */
  readonly retryDelayMs: number;
  /** However long ORCID asks us to rest: one answer of a day, or of the year 2099, must not stop everybody for that long. */
  readonly longestRestMs: number;
  readonly deadlineMs: number;
  readonly urgency: Urgency;
}

/** Sends a request to ORCID: one writer for each record, within the rate budget, again where that does no harm, never past its deadline. */
export class HttpClient {
  constructor(private readonly options: HttpClientOptions) {}

  /** @throws one of the reaction errors, or the reason of the caller's signal */
  async run<T>(call: OrcidCall<T>, asked?: CallOptions): Promise<T> {
    const deadline = this.deadlineFor(call.request.path, asked);
    const tryUntilDone = (): Promise<T> => this.tryUntilDone(call, deadline);
    try {
      if (call.writesTo === undefined) return await tryUntilDone();
      return await this.options.locks.run(call.writesTo, deadline, tryUntilDone);
    } finally {
      deadline.end();
    }
  }

  /** How long a call may take. Must be ended with the call. */
  deadlineFor(path: string, asked: CallOptions = {}): Deadline {
    return new Deadline(path, asked, this.options);
  }

  private async tryUntilDone<T>(call: OrcidCall<T>, deadline: Deadline): Promise<T> {
    let uncertain: unknown;
    for (let attempt = 1; ; attempt++) {
      call.onTry?.(uncertain !== undefined);
      try {
        return await this.tryOnce(call, deadline);
      } catch (error) {
        uncertain = isUncertain(error) ? error : uncertain;
        const delayMs = this.delayAfter(error, attempt);
        if (!call.isRepeatable || delayMs === undefined || delayMs > deadline.leftMs) throw worst(error, uncertain);
        await deadline.until((signal) => pause(delayMs, signal));
      }
    }
  }

  private async tryOnce<T>({ request, read }: OrcidCall<T>, deadline: Deadline): Promise<T> {
    const { breaker, rateLimiter } = this.options;
    if (breaker.isResting) throw circuitOpen(request);
    await rateLimiter.pass(deadline);
    const admission = breaker.admit();
    if (admission === undefined) throw circuitOpen(request);
    try {
      const result = read(await this.send(request, deadline));
      breaker.answered(admission);
      return result;
    } catch (error) {
      await this.learnFrom(error, admission, deadline);
      throw error;
    }
  }

  private async send(request: OrcidRequest, deadline: Deadline): Promise<OrcidResponse> {
    const response = await this.options.transport.send(request, deadline.signal);
    if (response.status < 200 || response.status > 299) throw toError(response);
    if (isPage(response)) throw unreadable(response);
    return response;
  }

  private async learnFrom(error: unknown, admission: Admission, deadline: Deadline): Promise<void> {
    const { breaker, rateLimiter } = this.options;
    if (deadline.signal.aborted) breaker.abandoned(admission);
    else if (error instanceof OrcidUnavailableError) breaker.failed(admission);
    else breaker.answered(admission);
    deadline.throwIfCancelled();
    if (!(error instanceof RateLimitedError)) return;
    // A budget that cannot be reached now is noticed by the next call; this one has its answer.
    await rateLimiter.holdBack(this.restAfter(error)).catch(() => undefined);
  }

  private restAfter({ retryAfterMs }: RateLimitedError): number {
    const { retryDelayMs, longestRestMs } = this.options;
    return Math.min(retryAfterMs ?? retryDelayMs, longestRestMs);
  }

  /** @returns undefined when it is not worth another try */
  private delayAfter(error: unknown, attempt: number): number | undefined {
    const mayPass = error instanceof OrcidUnavailableError || error instanceof RateLimitedError;
    if (!mayPass || attempt >= this.options.tries || this.options.breaker.isResting) return undefined;
    const askedMs = error instanceof RateLimitedError ? this.restAfter(error) : undefined;
    return backOff(attempt, { firstMs: this.options.retryDelayMs, askedMs });
  }
}

function isUncertain(error: unknown): boolean {
  return error instanceof OrcidUnavailableError && error.effect === 'unknown';
}

/** A last try without effect does not undo the effect that an earlier one may have had. */
function worst(error: unknown, uncertain: unknown): unknown {
  const hadNoEffect = error instanceof RateLimitedError || error instanceof OrcidUnavailableError;
  return hadNoEffect ? (uncertain ?? error) : error;
}

function circuitOpen({ path }: OrcidRequest): OrcidUnavailableError {
  return new OrcidUnavailableError({ status: 0, reason: 'circuit open', path }, 'none');
}
