import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { credentialSchema, newCredential } from './credential.ts';

/** What makes a provider the same provider after a restart. `other` is a key that no metadata has ever named. */
export const keyRingSchema = z.strictObject({
  signing: credentialSchema,
  other: credentialSchema,
  nameIdSalt: z.base64(),
});

export type KeyRing = z.output<typeof keyRingSchema>;

export async function newKeyRing(now: Date): Promise<KeyRing> {
  const [signing, other] = await Promise.all([newCredential('dev-idp', now), newCredential('dev-idp other', now)]);
  return { signing, other, nameIdSalt: randomBytes(32).toString('base64') };
}
