import { demand } from '../refused-message.error.ts';

/** Longest time from the making of a message to its delivery, a slow person at a consent page included (our choice). */
export const LONGEST_WAY_MS = 10 * 60_000;

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;

/** Now, and by how much another clock may differ. */
export interface Moment {
  readonly now: number;
  readonly clockSkewMs: number;
}

/** Milliseconds of a time in SAML's only form, UTC with a Z (SAML core 1.3.3). @throws RefusedMessageError */
export function readInstant(text: string | undefined): number {
  const time = INSTANT.test(text ?? '') ? Date.parse(text ?? '') : NaN;
  demand(!Number.isNaN(time), 'conditions');
  return time;
}

/** @throws RefusedMessageError when the time is still to come */
export function demandBegun(text: string | undefined, { now, clockSkewMs }: Moment): void {
  if (text !== undefined) demand(readInstant(text) - clockSkewMs <= now, 'not-yet-valid');
}

/** @throws RefusedMessageError when the time is over */
export function demandNotOver(text: string | undefined, { now, clockSkewMs }: Moment): void {
  if (text !== undefined) demand(readInstant(text) + clockSkewMs > now, 'expired');
}

/** @throws RefusedMessageError when the message was made in the future, or too long ago */
export function demandFresh(issuedAt: string | undefined, moment: Moment): void {
  demandBegun(issuedAt, moment);
  demand(readInstant(issuedAt) + LONGEST_WAY_MS + moment.clockSkewMs > moment.now, 'expired');
}
