import { createHash } from 'node:crypto';

/** SHA-256, hex: what is stored of a key that itself stays with whoever holds it. The keys are random, so no salt is needed. */
export function digest(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
