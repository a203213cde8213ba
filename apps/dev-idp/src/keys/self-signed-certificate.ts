import { type KeyObject, randomBytes, sign } from 'node:crypto';
import { bitString, nothing, objectIdentifier, positiveInteger, sequence, setOf, time, utf8String } from './der.ts';

export interface CertificateSubject {
  readonly commonName: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/**
 * A self-signed X.509 certificate (RFC 5280 section 4.1), in DER. It has no extensions and is therefore of version 1: SAML
 * takes the key out of a certificate and trusts the metadata that carries it, never the certificate's own claims.
 */
export function selfSignedCertificate(subject: CertificateSubject): Buffer {
  const toBeSigned = sequence(
    positiveInteger(randomBytes(16)),
    sha256WithRsa(),
    name(subject.commonName),
    sequence(time(subject.notBefore), time(subject.notAfter)),
    name(subject.commonName),
    subject.publicKey.export({ type: 'spki', format: 'der' }),
  );
  return sequence(toBeSigned, sha256WithRsa(), bitString(sign('sha256', toBeSigned, subject.privateKey)));
}

/** RFC 4055 section 5: the parameters of sha256WithRSAEncryption are NULL. */
function sha256WithRsa(): Buffer {
  return sequence(objectIdentifier('1.2.840.113549.1.1.11'), nothing());
}

function name(commonName: string): Buffer {
  return sequence(setOf(sequence(objectIdentifier('2.5.4.3'), utf8String(commonName))));
}
