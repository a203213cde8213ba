import { type CallFacts, Fault, type FaultSettings, faultSchema } from './fault.ts';

/** All bad days that are switched on. */
export class Faults {
  readonly #faults = new Map<number, Fault>();
  #lastId = 0;

  get all(): readonly Fault[] {
    return [...this.#faults.values()];
  }

  add(settings: FaultSettings): Fault {
    this.#lastId += 1;
    const fault = new Fault(this.#lastId, settings);
    this.#faults.set(fault.id, fault);
    return fault;
  }

  remove(id: number): boolean {
    return this.#faults.delete(id);
  }

  clear(): void {
    this.#faults.clear();
  }

  /** What strikes this call, the caller's own wish (`X-Sandbox-Fault: reset-after` or `latency=500`) included. */
  striking(call: CallFacts, wish: string | undefined): FaultSettings[] {
    const struck = this.all.filter((fault) => fault.strikes(call)).map((fault) => fault.settings);
    return wish === undefined ? struck : [...struck, ...readWish(wish)];
  }
}

function readWish(wish: string): FaultSettings[] {
  const [effect, amount] = wish.split('=');
  const read = faultSchema.safeParse({
    effect,
    ...(effect === 'latency' && amount !== undefined ? { latencyMs: Number(amount) } : {}),
    ...(effect === 'advance-clock' && amount !== undefined ? { advanceSeconds: Number(amount) } : {}),
  });
  return read.success ? [read.data] : [];
}
