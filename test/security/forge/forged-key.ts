import 'reflect-metadata';
import { createPublicKey, KeyObject } from 'node:crypto';
import { X509Certificate, X509CertificateGenerator } from '@peculiar/x509';

const RSA = {
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength: 2048,
  publicExponent: new Uint8Array([1, 0, 1]),
};
const DAY_MS = 24 * 60 * 60_000;

/** A key with a self-signed certificate, as identity and service providers have them. */
export interface ForgedKey {
  readonly privateKey: CryptoKey;
  /** PEM. */
  readonly privatePem: string;
  readonly publicPem: string;
  readonly certificatePem: string;
  /** Base64 DER, as metadata writes it. */
  readonly certificate: string;
}

export async function forgeKey(name: string): Promise<ForgedKey> {
  const keys = await crypto.subtle.generateKey(RSA, true, ['sign', 'verify']);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: RSA,
    notBefore: new Date(Date.now() - DAY_MS),
    notAfter: new Date(Date.now() + 30 * DAY_MS),
  });
  const privatePem = KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }).toString();
  return withCertificate(keys.privateKey, privatePem, certificate);
}

/** The same of somebody who has a key already. @param given both PEM */
export async function knownKey(given: { readonly key: string; readonly certificate: string }): Promise<ForgedKey> {
  return withCertificate(await importPem(given.key, RSA.hash), given.key, new X509Certificate(given.certificate));
}

function withCertificate(privateKey: CryptoKey, privatePem: string, certificate: X509Certificate): ForgedKey {
  return {
    privateKey,
    privatePem,
    publicPem: createPublicKey(privatePem).export({ type: 'spki', format: 'pem' }).toString(),
    certificatePem: certificate.toString('pem'),
    certificate: certificate.toString('base64').replace(/\s/g, ''),
  };
}

const imported = new WeakMap<ForgedKey, Map<string, Promise<CryptoKey>>>();

/** The same key for another hash: WebCrypto ties the two together. */
export function keyForHash(key: ForgedKey, hash: string): Promise<CryptoKey> {
  const known = imported.get(key) ?? new Map<string, Promise<CryptoKey>>();
  imported.set(key, known);
  const found = known.get(hash) ?? importPem(key.privatePem, hash);
  known.set(hash, found);
  return found;
}

function importPem(privatePem: string, hash: string): Promise<CryptoKey> {
  const der = Buffer.from(privatePem.replace(/-----.*-----|\s/g, ''), 'base64');
  return crypto.subtle.importKey('pkcs8', der, { name: RSA.name, hash }, false, ['sign']);
}
