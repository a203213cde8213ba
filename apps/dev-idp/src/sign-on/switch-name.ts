/** Everything that can be made wrong or unusual about an answer; `switches.ts` says what each one does. */
export const switchNames = [
  'expired',
  'not-yet-valid',
  'wrong-audience',
  'wrong-recipient',
  'wrong-destination',
  'wrong-in-response-to',
  'replayed',
  'unsigned',
  'other-key',
  'response-signed-only',
  'assertion-signed-only',
  'encrypted',
  'encrypted-cbc',
  'status-requester',
  'no-attributes',
  'transient-name-id',
] as const;

export type SwitchName = (typeof switchNames)[number];
