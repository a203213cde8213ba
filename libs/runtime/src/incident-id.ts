import { randomBytes } from 'node:crypto';

/** A short code a person can read out and an operator can find in the log: ten letters that cannot be mistaken for digits. */
export function incidentId(): string {
  const letters = 'ABCDEFGHJKMNPQRSTUVWXYZ';
  return Array.from(randomBytes(10), (byte) => letters.charAt(byte % letters.length)).join('');
}
