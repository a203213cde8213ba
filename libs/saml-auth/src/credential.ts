import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';

const SHORTEST_RSA_BITS = 2048;

/** A key of ours with the certificate under which identity providers know it. It signs, and it opens what is encrypted for us. */
export class Credential {
  private readonly key: KeyObject;
  private readonly x509: X509Certificate;

  /** @throws TypeError in words that quote neither */
  constructor(privateKeyPem: string, certificatePem: string) {
    this.key = read(() => createPrivateKey(privateKeyPem), 'The key is not an unencrypted private key in PEM form');
    this.x509 = read(
      () => new X509Certificate(certificatePem),
      'The certificate is not an X.509 certificate in PEM form',
    );
    if ((this.key.asymmetricKeyDetails?.modulusLength ?? 0) < SHORTEST_RSA_BITS)
      throw new TypeError(`The key is not an RSA key of ${SHORTEST_RSA_BITS} bits or more`);
    if (!this.x509.checkPrivateKey(this.key)) throw new TypeError('The certificate belongs to another key');
  }

  /** PEM, as XML libraries want it. */
  get privateKey(): string {
    return this.key.export({ type: 'pkcs8', format: 'pem' }) as string;
  }

  /** Base64 DER, as metadata writes it. */
  get certificate(): string {
    return this.x509.raw.toString('base64');
  }
}

function read<T>(reading: () => T, fault: string): T {
  try {
    return reading();
  } catch (error) {
    throw new TypeError(fault, { cause: error });
  }
}
