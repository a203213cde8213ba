import { z } from 'zod';
import { type ErrorCode, ERRORS } from '../api/error-table.ts';

/** The bad days of the outside world, by what the caller sees. */
export const EFFECTS = [
  'latency',
  'unavailable',
  'too-many-requests',
  'server-error',
  'refuse',
  'truncate',
  'reset-before',
  'reset-after',
  'revoke-token',
  'advance-clock',
] as const;
export type Effect = (typeof EFFECTS)[number];

export const faultSchema = z.strictObject({
  effect: z.enum(EFFECTS),
  method: z.string().toUpperCase().optional(),
  path: z.string().optional().describe('A regular expression over the path inside its door, e.g. /employment$'),
  door: z.enum(['site', 'api', 'pub']).optional(),
  clientId: z.string().optional(),
  orcid: z.string().optional(),
  skip: z.number().int().min(0).default(0).describe('How many matching calls are spared first.'),
  every: z.number().int().positive().default(1).describe('Then every n-th matching call is hit.'),
  times: z.number().int().positive().optional().describe('How often at most; until it is deleted when absent.'),
  from: z.iso.datetime().optional().describe('Simulated time.'),
  until: z.iso.datetime().optional(),
  latencyMs: z.number().int().min(0).default(1000),
  error: z
    .custom<ErrorCode>((code) => typeof code === 'number' && code in ERRORS, 'must be an error of ORCID, e.g. 9018')
    .default(9008)
    .describe('What `refuse` says.'),
  advanceSeconds: z.number().default(3600),
  reason: z.enum(['USER_REVOKED', 'CLIENT_REVOKED', 'STAFF_REVOKED', 'RECORD_DEACTIVATED']).default('USER_REVOKED'),
});
export type FaultSettings = z.output<typeof faultSchema>;

/** What is known of a call before it is answered. */
export interface CallFacts {
  readonly method: string;
  readonly path: string;
  readonly door: 'site' | 'api' | 'pub';
  readonly clientId: string | undefined;
  readonly orcid: string | undefined;
  readonly now: number;
}

/** One bad day, and how much of it is left. */
export class Fault {
  #seen = 0;
  #hits = 0;

  constructor(
    readonly id: number,
    readonly settings: FaultSettings,
  ) {}

  /** Counts the call, and says whether it is hit. */
  strikes(call: CallFacts): boolean {
    if (!this.#matches(call)) return false;
    const { skip, every, times } = this.settings;
    this.#seen += 1;
    const isDue = this.#seen > skip && (this.#seen - skip - 1) % every === 0;
    if (!isDue || this.#hits >= (times ?? Infinity)) return false;
    this.#hits += 1;
    return true;
  }

  toJSON(): unknown {
    return { id: this.id, ...this.settings, seen: this.#seen, hits: this.#hits };
  }

  #matches({ method, path, door, clientId, orcid, now }: CallFacts): boolean {
    const { settings } = this;
    return (
      (settings.method ?? method) === method &&
      (settings.door ?? door) === door &&
      (settings.clientId ?? clientId) === clientId &&
      (settings.orcid ?? orcid) === orcid &&
      (settings.path === undefined || new RegExp(settings.path).test(path)) &&
      (settings.from === undefined || now >= Date.parse(settings.from)) &&
      (settings.until === undefined || now < Date.parse(settings.until))
    );
  }
}
