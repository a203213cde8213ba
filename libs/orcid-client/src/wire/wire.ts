/** Something ORCID would refuse, and the member it is at, e.g. `externalIds[0].value`; empty for the value as a whole. */
export interface Fault {
  readonly at: string;
  readonly problem: string;
}

/** How one kind of value stands on the wire. A table of these is all that differs between ORCID's types of item. */
export interface Wire<T> {
  /** @returns undefined when there is nothing to send */
  write(value: T): unknown;
  /** @returns undefined when ORCID shows nothing @throws UnreadableError when it shows something else */
  read(json: unknown): T | undefined;
  /** What a required member is taken for where ORCID shows nothing: old items lack what is required today. */
  nothing(): T;
  /** What ORCID would refuse, found before it is sent. Reading never asks for this. */
  faults(value: T): readonly Fault[];
}

/** A value with rules beyond the shape of its members; they are asked only when the shape is right. */
export function withRules<T>(wire: Wire<T>, rules: (value: T) => readonly Fault[]): Wire<T> {
  return {
    ...wire,
    faults: (value) => {
      const faults = wire.faults(value);
      return faults.length > 0 ? faults : rules(value);
    },
  };
}

/** What ORCID shows and never takes. */
export function readOnly<T>(reads: Pick<Wire<T>, 'read' | 'nothing'>): Wire<T> {
  return { ...reads, write: () => undefined, faults: () => [] };
}

/** Reads what must be there. */
export function readRequired<T>(wire: Wire<T>, json: unknown): T {
  return wire.read(json) ?? wire.nothing();
}

export function fault(at: string, problem: string): Fault {
  return { at, problem };
}
