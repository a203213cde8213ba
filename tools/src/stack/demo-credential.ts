import 'reflect-metadata';
import { webcrypto } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { PemConverter, X509CertificateGenerator } from '@peculiar/x509';

/** The portal's key towards identity providers in one demo, with its certificate; both PEM. */
export interface DemoCredential {
  readonly key: string;
  readonly certificate: string;
}

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const TEN_YEARS_MS = 10 * 365 * 24 * 60 * 60_000;

/** Made at the first start and kept: the identity provider knows the portal by it. */
export async function demoCredential(file: string): Promise<DemoCredential> {
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(await newCredential(), null, 2), { mode: 0o600 });
  return JSON.parse(readFileSync(file, 'utf8')) as DemoCredential;
}

async function newCredential(): Promise<DemoCredential> {
  const keys = (await webcrypto.subtle.generateKey(RSA, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    keys,
    name: 'CN=Ligature demo',
    signingAlgorithm: RSA,
    notAfter: new Date(Date.now() + TEN_YEARS_MS),
  });
  const key = await webcrypto.subtle.exportKey('pkcs8', keys.privateKey);
  return { key: PemConverter.encode(key, 'PRIVATE KEY'), certificate: certificate.toString('pem') };
}
