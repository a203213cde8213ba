import { DOMParser } from '@xmldom/xmldom';
import { SignedXml } from 'xml-crypto';

const SIGNATURE = 'http://www.w3.org/2000/09/xmldsig#';

/** The names of the elements whose signatures verify with this certificate, outermost first; xml-crypto alone decides. */
export function elementsSignedBy(certificate: string, xml: string): string[] {
  const publicCert = `-----BEGIN CERTIFICATE-----\n${certificate}\n-----END CERTIFICATE-----`;
  const document = new DOMParser().parseFromString(xml, 'text/xml');
  const signatures = document.getElementsByTagNameNS(SIGNATURE, 'Signature');
  return Array.from({ length: signatures.length }, (_, position) => signatures.item(position))
    .filter((signature) => signature !== null)
    .flatMap((signature) => {
      const verifier = new SignedXml({ publicCert, getCertFromKeyInfo: () => null });
      verifier.loadSignature(signature);
      return verifies(verifier, xml) ? verifier.getSignedReferences().map(rootName) : [];
    })
    .sort((a, b) => Number(a === 'Assertion') - Number(b === 'Assertion'));
}

/** The algorithms a message names: signature, digest, canonical form and transforms. */
export function algorithmsIn(xml: string): string[] {
  return [...new Set([...xml.matchAll(/ Algorithm="([^"]*)"/g)].map(([, algorithm = '']) => algorithm))].sort();
}

/** xml-crypto throws for a wrong signature and answers false for a wrong digest. */
function verifies(verifier: SignedXml, xml: string): boolean {
  try {
    return verifier.checkSignature(xml);
  } catch {
    return false;
  }
}

function rootName(xml: string): string {
  return /^<(?:[\w-]+:)?([\w-]+)/.exec(xml)?.[1] ?? '';
}
