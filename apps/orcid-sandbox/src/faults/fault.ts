import { createHash } from 'node:crypto';
import { fingerprint } from '../admin/call-log.ts';
import { needsToken } from './effects.ts';
import { type FaultSettings } from './fault-settings.ts';

/** What is known of a call before it is answered. */
export interface CallFacts {
  readonly method: string;
  readonly path: string;
  readonly host: 'site' | 'api' | 'pub';
  readonly token: string | undefined;
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

  /** How often it has struck. */
  get hits(): number {
    return this.#hits;
  }

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
    const { token, ...settings } = this.settings;
    const shown = token === undefined ? {} : { token: fingerprint(token) };
    return { id: this.id, ...settings, ...shown, seen: this.#seen, hits: this.#hits };
  }

  #matches(call: CallFacts): boolean {
    const { method, path, host, clientId, orcid } = this.settings;
    return (
      (method ?? call.method) === call.method &&
      (host ?? call.host) === call.host &&
      (clientId ?? call.clientId) === call.clientId &&
      (orcid ?? call.orcid) === call.orcid &&
      (path === undefined || new RegExp(path).test(call.path)) &&
      this.#isForToken(call) &&
      this.#isOn(call.now)
    );
  }

  #isForToken({ token, host }: CallFacts): boolean {
    const { effect, token: wanted, share } = this.settings;
    if (needsToken(effect) && (token === undefined || host === 'site')) return false;
    if (share !== undefined && (token === undefined || placeOf(token) >= share)) return false;
    return (wanted ?? token) === token;
  }

  #isOn(now: number): boolean {
    const { from, until } = this.settings;
    return (from === undefined || now >= Date.parse(from)) && (until === undefined || now < Date.parse(until));
  }
}

/** Where a token stands among all tokens, from 0 to 1; the same at every call and in every run. */
function placeOf(token: string): number {
  return createHash('sha256').update(token).digest().readUInt32BE() / 2 ** 32;
}
