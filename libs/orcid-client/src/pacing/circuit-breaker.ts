/** How sure we must be that ORCID is down, and how long it is then left alone (our choice). */
const WINDOW_S = 30;
const FEWEST_CALLS = 10;
const FAILING_SHARE = 0.5;
const FIRST_REST_MS = 5_000;
const LONGEST_REST_MS = 60_000;

interface Second {
  readonly at: number;
  answered: number;
  failed: number;
}

/** As what a call was let through; it says so when it reports. */
export type Admission = 'call' | 'probe';

/**
 * Leaves ORCID alone while it is down. Opens when half of the calls of the last 30 seconds failed; after a rest one call
 * is let through as a probe: its answer closes the circuit, its failure doubles the rest.
 */
export class CircuitBreaker {
  private seconds: Second[] = [];
  private openUntil: number | undefined;
  private restMs = FIRST_REST_MS;
  private isProbing = false;

  constructor(private readonly now: () => number = () => performance.now()) {}

  /** Whether a call may be made now. When the rest is over the first to ask is the probe; whoever is let through must report. */
  admit(): Admission | undefined {
    if (this.openUntil === undefined) return 'call';
    if (this.isProbing || this.isResting) return undefined;
    this.isProbing = true;
    return 'probe';
  }

  /** Whether it is worth waiting for a slot. */
  get isResting(): boolean {
    return this.openUntil !== undefined && this.now() < this.openUntil;
  }

  answered(as: Admission): void {
    this.endProbe(as);
    if (this.openUntil !== undefined) this.close();
    this.second().answered++;
  }

  /** A call that was under way when the circuit opened says nothing new by failing. */
  failed(as: Admission): void {
    this.endProbe(as);
    this.second().failed++;
    if (this.openUntil === undefined) {
      if (this.isFailing()) this.open(FIRST_REST_MS);
    } else if (as === 'probe') this.open(Math.min(this.restMs * 2, LONGEST_REST_MS));
  }

  /** The call ended without telling anything of ORCID. */
  abandoned(as: Admission): void {
    this.endProbe(as);
  }

  private endProbe(as: Admission): void {
    if (as === 'probe') this.isProbing = false;
  }

  private open(restMs: number): void {
    this.restMs = restMs;
    this.openUntil = this.now() + restMs;
  }

  private close(): void {
    this.openUntil = undefined;
    this.seconds = [];
  }

  private isFailing(): boolean {
    const failed = this.seconds.reduce((sum, second) => sum + second.failed, 0);
    const all = this.seconds.reduce((sum, second) => sum + second.answered, failed);
    return all >= FEWEST_CALLS && failed >= all * FAILING_SHARE;
  }

  private second(): Second {
    const at = Math.floor(this.now() / 1000);
    const last = this.seconds.at(-1);
    if (last?.at === at) return last;
    this.seconds = this.seconds.filter((second) => second.at > at - WINDOW_S);
    const fresh = { at, answered: 0, failed: 0 };
    this.seconds.push(fresh);
    return fresh;
  }
}
