/** The bad days of the outside world, by what the caller sees. */
export const EFFECTS = [
  'latency',
  'unavailable',
  'too-many-requests',
  'server-error',
  'odd-server-error',
  'refuse',
  'truncate',
  'key-order',
  'reset-before',
  'reset-after',
  'revoke-token',
  'advance-clock',
  'authorization-server-error',
  'authorization-server-unreachable',
  'authorization-server-slow',
  'replica-lag',
] as const;
export type Effect = (typeof EFFECTS)[number];

/** They befall the introspection of a token, so that a call without one does not notice them. */
export function needsToken(effect: Effect): boolean {
  return effect.startsWith('authorization-server');
}
