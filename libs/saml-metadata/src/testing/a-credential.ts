import 'reflect-metadata';
import { KeyObject, webcrypto } from 'node:crypto';
import { X509CertificateGenerator } from '@peculiar/x509';

/** A new key with a self-signed certificate, in PEM and as metadata writes it. */
export interface TestCredential {
  readonly privateKey: string;
  readonly certificatePem: string;
  readonly certificate: string;
}

const RSA = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256', publicExponent: new Uint8Array([1, 0, 1]) };
const ECDSA = { name: 'ECDSA', hash: 'SHA-256', namedCurve: 'P-256' };

export async function aCredential(kind: number | 'ec' = 2048): Promise<TestCredential> {
  const algorithm = kind === 'ec' ? ECDSA : { ...RSA, modulusLength: kind };
  const keys = (await webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify'])) as CryptoKeyPair;
  const certificate = await X509CertificateGenerator.createSelfSigned({
    keys,
    name: 'CN=test',
    signingAlgorithm: algorithm,
  });
  return {
    privateKey: KeyObject.from(keys.privateKey).export({ type: 'pkcs8', format: 'pem' }) as string,
    certificatePem: certificate.toString('pem'),
    certificate: Buffer.from(certificate.rawData).toString('base64'),
  };
}
