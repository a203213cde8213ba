import { RefusedMessageError, type RefusalReason } from '../refused-message.error.ts';
import { attribute, children, NAMESPACE, parseXml, textOf } from '../xml/parse-xml.ts';

export const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

/** What the outer Response says, before any signature was looked at: only good for refusing. */
export interface ScreenedResponse {
  readonly version: string | undefined;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly issuer: string | undefined;
  /** The top status code; what is under it says why, and does not matter. */
  readonly status: string | undefined;
}

const LARGEST_BYTES = 256 * 1024;

/** RSA or ECDSA with SHA-256 or better, and what XML signatures of that kind are made of. SHA-1 and MD5 are not in it. */
const ALGORITHMS = new Set([
  'http://www.w3.org/2001/10/xml-exc-c14n#',
  'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha384',
  'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha384',
  'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha512',
  'http://www.w3.org/2001/04/xmlenc#sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512',
]);

/**
 * Looks at the raw message before the library sees it: size, encoding, document types, algorithms, one assertion. The
 * library itself refuses none of these (its pitfalls 9 and 13).
 * @param message the `SAMLResponse` field as it was posted
 * @throws RefusedMessageError
 */
export function screenMessage(message: unknown): ScreenedResponse {
  const xml = decode(message);
  demand(!/<!DOCTYPE|<!ENTITY/i.test(xml), 'doctype');
  const root = parseXml(xml);
  demand(root !== undefined, 'not-well-formed');
  for (const [, algorithm = ''] of xml.matchAll(/\bAlgorithm\s*=\s*["']([^"']*)["']/g)) {
    demand(ALGORITHMS.has(algorithm), 'weak-algorithm');
  }
  return readResponse(root);
}

function decode(message: unknown): string {
  demand(typeof message === 'string' && message !== '', 'not-one-message');
  const base64 = message.replace(/\s/g, '');
  demand(base64.length <= (LARGEST_BYTES / 3) * 4, 'too-large');
  demand(/^[A-Za-z0-9+/]+={0,2}$/.test(base64) && base64.length % 4 === 0, 'not-base64');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(base64, 'base64'));
  } catch (error) {
    throw new RefusedMessageError('not-utf8', { cause: error });
  }
}

function readResponse(root: Element): ScreenedResponse {
  demand(root.namespaceURI === NAMESPACE.protocol && root.localName === 'Response', 'not-well-formed');
  const [statusCode] = children(children(root, 'protocol', 'Status')[0], 'protocol', 'StatusCode');
  const status = attribute(statusCode, 'Value');
  const assertions = [
    ...children(root, 'assertion', 'Assertion'),
    ...children(root, 'assertion', 'EncryptedAssertion'),
  ];
  demand(assertions.length === 1 || status !== SUCCESS, 'not-one-assertion');
  return {
    version: attribute(root, 'Version'),
    destination: attribute(root, 'Destination'),
    inResponseTo: attribute(root, 'InResponseTo'),
    issuer: textOf(children(root, 'assertion', 'Issuer')[0]),
    status,
  };
}

function demand(holds: boolean, reason: RefusalReason): asserts holds {
  if (!holds) throw new RefusedMessageError(reason);
}
