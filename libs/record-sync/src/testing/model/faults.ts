/**
 * How one call to ORCID goes wrong.
 * - `cut-before`, `cut-after`: the connection breaks before, or after, ORCID did what was asked.
 * - `late`: it breaks, and ORCID does it some time later, as long as the call might still be under way.
 * - `error-before`, `error-after`: 500/9008 without, or with, an effect.
 * - `busy`: the proxy's page with a 503.
 * - `not-there`: 404/9016 of an item that is there.
 * - `not-ours`: 403/9010 of a change to an item that is ours.
 */
export const FAULTS = [
  'cut-before',
  'cut-after',
  'late',
  'error-before',
  'error-after',
  'busy',
  'not-there',
  'not-ours',
] as const;

export type Fault = (typeof FAULTS)[number];

export interface PlannedFault {
  readonly fault: Fault;
  readonly on: 'read' | 'write';
  /** So many calls of that kind go well before. */
  readonly after: number;
}
