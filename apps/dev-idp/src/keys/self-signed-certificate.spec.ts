import { generateKeyPairSync, X509Certificate } from 'node:crypto';
import fc from 'fast-check';
import { selfSignedCertificate } from './self-signed-certificate.ts';

describe('A self-signed certificate', () => {
  const pair = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const make = (commonName: string, notBefore: string, notAfter: string): X509Certificate =>
    new X509Certificate(
      selfSignedCertificate({ commonName, ...pair, notBefore: new Date(notBefore), notAfter: new Date(notAfter) }),
    );

  it('is read by OpenSSL: its name, its key, its own signature', () => {
    const certificate = make('dev-idp Ω', '2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z');
    expect(certificate.subject).toBe('CN=dev-idp Ω');
    expect(certificate.checkIssued(certificate)).toBe(true);
    expect(certificate.checkPrivateKey(pair.privateKey)).toBe(true);
    expect(certificate.verify(pair.publicKey)).toBe(true);
  });

  it.each([
    ['2026-02-28T23:59:59Z', '2049-12-31T23:59:59Z'],
    ['2049-12-31T23:59:59Z', '2050-01-01T00:00:00Z'],
  ])('is valid from %s to %s, across the change of time formats in 2050', (from, to) => {
    const certificate = make('x', from, to);
    expect([certificate.validFromDate, certificate.validToDate]).toEqual([new Date(from), new Date(to)]);
  });

  it('is well-formed for a name of any length and for any serial number', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 64 }).map((name) => name.replace(/[^a-z0-9]/gi, 'x')),
        (name) => {
          const certificate = make(name, '2026-01-01T00:00:00Z', '2036-01-01T00:00:00Z');
          expect(certificate.subject).toBe(`CN=${name}`);
          expect(certificate.verify(pair.publicKey)).toBe(true);
        },
      ),
    );
  });
});
