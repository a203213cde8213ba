import { generateKeyPair, type KeyPairKeyObjectResult } from 'node:crypto';
import { promisify } from 'node:util';
import { z } from 'zod';
import { DAY, later } from '../clock.ts';
import { selfSignedCertificate } from './self-signed-certificate.ts';

export const credentialSchema = z.strictObject({
  privateKey: z.string().startsWith('-----BEGIN PRIVATE KEY-----'),
  certificate: z.base64().describe('DER, the form SAML puts into ds:X509Certificate'),
});

export type Credential = z.output<typeof credentialSchema>;

const YEARS = 365 * DAY;
const generate = promisify(generateKeyPair);

export async function newCredential(commonName: string, now: Date): Promise<Credential> {
  return certified(await generate('rsa', { modulusLength: 2048 }), commonName, now);
}

/** A key pair with a certificate of its own for the ten years to come. */
export function certified(pair: KeyPairKeyObjectResult, commonName: string, now: Date): Credential {
  const validity = { notBefore: later(now, -DAY), notAfter: later(now, 10 * YEARS) };
  return {
    privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    certificate: selfSignedCertificate({ commonName, ...pair, ...validity }).toString('base64'),
  };
}
