/** What the faults that struck a call do to it once it is handled. */
export interface Trouble {
  /** How far behind the replica is that answers it. */
  lagMs: number;
  /** Why introspection fails, if it does. */
  introspection?: 'error' | 'unreachable';
  /** What becomes of the answer, in this order. */
  readonly after: AfterEffect[];
}

export type AfterEffect =
  'truncate' | 'reset-after' | 'key-order' | { readonly effect: 'odd-server-error'; readonly hit: number };

export function noTrouble(): Trouble {
  return { lagMs: 0, after: [] };
}
