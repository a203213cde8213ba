import { type ApiHost } from '../http/host-router.ts';
import { type Settings } from '../settings/settings.ts';
import { LeakyBucket } from './leaky-bucket.ts';

type Limits = Settings['rateLimits'];
interface Caller {
  readonly host: ApiHost;
  /** The client behind the token, else the address. */
  readonly name: string;
  readonly isAnonymous: boolean;
}

export type RateDecision = { readonly kind: 'wait'; readonly ms: number } | { readonly kind: 'busy' | 'over-quota' };

/** 24 a second and a queue of 40 for members, 12 for the public API, and its daily quota for those without a name. */
export class RateLimits {
  readonly #buckets = new Map<string, LeakyBucket>();
  #day = '';
  #anonymousReads = new Map<string, number>();

  constructor(private readonly limits: Limits) {}

  judge(caller: Caller, monotonic: number, simulatedTime: number): RateDecision {
    if (!this.limits.enabled) return { kind: 'wait', ms: 0 };
    if (caller.host === 'pub' && caller.isAnonymous && this.#isOverQuota(caller.name, simulatedTime)) {
      return { kind: 'over-quota' };
    }
    const ms = this.#bucketOf(caller).admit(monotonic);
    return ms === undefined ? { kind: 'busy' } : { kind: 'wait', ms };
  }

  clear(): void {
    this.#buckets.clear();
    this.#anonymousReads.clear();
  }

  #bucketOf({ host, name }: Caller): LeakyBucket {
    const key = `${host} ${name}`;
    const { perSecond, burst } = host === 'api' ? this.limits.member : this.limits.public;
    const bucket = this.#buckets.get(key) ?? new LeakyBucket(perSecond, burst);
    this.#buckets.set(key, bucket);
    return bucket;
  }

  #isOverQuota(name: string, simulatedTime: number): boolean {
    const { anonymousDailyQuota } = this.limits;
    if (anonymousDailyQuota === undefined) return false;
    const day = new Date(simulatedTime).toISOString().slice(0, 10);
    if (day !== this.#day) this.#anonymousReads = new Map();
    this.#day = day;
    const reads = (this.#anonymousReads.get(name) ?? 0) + 1;
    this.#anonymousReads.set(name, reads);
    return reads > anonymousDailyQuota;
  }
}
