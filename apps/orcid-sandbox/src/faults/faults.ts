import { type CallFacts, Fault } from './fault.ts';
import { type FaultSettings, faultSchema } from './fault-settings.ts';

/** A fault that strikes a call, and for the how manyth time. */
export interface Strike {
  readonly fault: FaultSettings;
  readonly hit: number;
}

/** All bad days that are switched on. */
export class Faults {
  readonly #faults = new Map<number, Fault>();
  #lastId = 0;

  get all(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  /** How far the slowest replica is behind. */
  get lagMs(): number {
    const lags = this.all.filter(({ settings }) => settings.effect === 'replica-lag');
    return Math.max(0, ...lags.map(({ settings }) => settings.lagSeconds * 1000));
  }

  add({ forSeconds, ...settings }: FaultSettings, now: number): Fault {
    const until = forSeconds === undefined ? {} : { until: new Date(now + forSeconds * 1000).toISOString() };
    this.#lastId += 1;
    const fault = new Fault(this.#lastId, { ...settings, ...until });
    this.#faults.set(fault.id, fault);
    return fault;
  }

  remove(id: number): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** What strikes this call, what the caller asks for (`X-Sandbox-Fault: reset-after` or `latency=500`) included. */
  striking(call: CallFacts, asked: string | undefined): Strike[] {
    const struck = this.all
      .filter((fault) => fault.strikes(call))
      .map((fault) => ({ fault: fault.settings, hit: fault.hits }));
    return asked === undefined ? struck : [...struck, ...read(asked).map((fault) => ({ fault, hit: 1 }))];
  }
}

function read(asked: string): FaultSettings[] {
  const [effect, amount] = asked.split('=');
  const isLatency = effect === 'latency' || effect === 'authorization-server-slow';
  const settings = faultSchema.safeParse({
    effect,
    ...(isLatency && amount !== undefined ? { latencyMs: Number(amount) } : {}),
    ...(effect === 'advance-clock' && amount !== undefined ? { advanceSeconds: Number(amount) } : {}),
  });
  return settings.success ? [settings.data] : [];
}
