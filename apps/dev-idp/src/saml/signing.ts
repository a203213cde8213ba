import samlify from 'samlify';
import { type Credential } from '../keys/credential.ts';

const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';

/** Where the signature of each signed element must stand: the schemas put it right after the Issuer, or first of all. */
const places = {
  message: { element: '/*', after: "/*/*[local-name(.)='Issuer']" },
  assertion: {
    element: "/*/*[local-name(.)='Assertion']",
    after: "/*/*[local-name(.)='Assertion']/*[local-name(.)='Issuer']",
  },
  metadata: { element: '/*', after: undefined },
} as const;

/** An enveloped RSA-SHA256 signature over the exclusive canonical form, samlify's default transforms. */
export function signedXml(xml: string, part: keyof typeof places, { privateKey, certificate }: Credential): string {
  const { element, after } = places[part];
  return samlify.SamlLib.constructSAMLSignature({
    rawSamlMessage: xml,
    referenceTagXPath: element,
    privateKey,
    signingCert: certificate,
    signatureAlgorithm: RSA_SHA256,
    signatureConfig: {
      prefix: 'ds',
      location: after ? { reference: after, action: 'after' } : { reference: '/*', action: 'prepend' },
    },
    isBase64Output: false,
  });
}

/** The query of a redirect, signed as saml-bindings section 3.4.4.1 says. */
export function signedQuery(query: string, { privateKey }: Credential): string {
  const octets = `${query}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
  const signature = samlify.SamlLib.constructMessageSignature(octets, privateKey, undefined, true, RSA_SHA256);
  return `${octets}&Signature=${encodeURIComponent(signature.toString())}`;
}
