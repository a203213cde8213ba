import { at, type Element, NAMESPACE, textOf } from '../element.ts';
import { UnusableMetadataError } from '../unusable-metadata.error.ts';

/** What a signature says it has signed, and how. Nothing of it is believed before the signature is verified. */
export interface SignatureStatement {
  /** `#` and the ID of the document's element, or empty for the document. */
  readonly reference: string;
  /** Node's names of digests. */
  readonly digestAlgorithm: string;
  readonly digest: Buffer;
  readonly inclusivePrefixes: readonly string[];
  readonly signatureAlgorithm: string;
  readonly keyType: 'rsa' | 'ec';
  readonly signature: Buffer;
  readonly signedInfoPrefixes: readonly string[];
}

const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';

const DIGESTS: Readonly<Record<string, string>> = {
  'http://www.w3.org/2001/04/xmlenc#sha256': 'sha256',
  'http://www.w3.org/2001/04/xmldsig-more#sha384': 'sha384',
  'http://www.w3.org/2001/04/xmlenc#sha512': 'sha512',
};

const SIGNATURE = /^http:\/\/www\.w3\.org\/2001\/04\/xmldsig-more#(rsa|ecdsa)-(sha256|sha384|sha512)$/;

/**
 * Reads a signature of the one form that signers of metadata use: one reference to the whole document, the enveloped
 * signature taken out, exclusive canonical form (SAML metadata 3.1). Any other is refused rather than interpreted.
 * @throws UnusableMetadataError
 */
export function readSignature(signature: Element): SignatureStatement {
  const signedInfo = only(at(signature, ['signature', 'SignedInfo']));
  demandNames(signedInfo, ['CanonicalizationMethod', 'SignatureMethod', 'Reference']);
  const [canonicalization, method, reference] = signedInfo.children as [Element, Element, Element];
  demandNames(reference, ['Transforms', 'DigestMethod', 'DigestValue']);
  const [transforms, digestMethod, digestValue] = reference.children as [Element, Element, Element];
  return {
    reference: reference.attributes.get('URI') ?? refuse('its signature does not say what is signed'),
    inclusivePrefixes: prefixesOf(transformsOf(transforms)),
    digestAlgorithm: DIGESTS[algorithm(digestMethod)] ?? refuse(`its digest is ${algorithm(digestMethod)}`),
    digest: base64(digestValue),
    signature: base64(only(at(signature, ['signature', 'SignatureValue']))),
    signedInfoPrefixes: prefixesOf(canonicalization),
    ...signatureMethod(algorithm(method)),
  };
}

function signatureMethod(uri: string): Pick<SignatureStatement, 'signatureAlgorithm' | 'keyType'> {
  const [, family, digest] = SIGNATURE.exec(uri) ?? refuse(`its signature is ${uri}`);
  return { keyType: family === 'rsa' ? 'rsa' : 'ec', signatureAlgorithm: digest ?? '' };
}

/** @returns the canonical form */
function transformsOf(transforms: Element): Element {
  demandNames(transforms, ['Transform', 'Transform']);
  const [enveloped, canonical] = transforms.children as [Element, Element];
  if (algorithm(enveloped) !== ENVELOPED) refuse(`a transform of its signature is ${algorithm(enveloped)}`);
  return canonical;
}

function prefixesOf(canonical: Element): string[] {
  if (algorithm(canonical) !== NAMESPACE.exclusive)
    refuse(`the canonical form of its signature is ${algorithm(canonical)}`);
  const [inclusive] = at(canonical, ['exclusive', 'InclusiveNamespaces']);
  const prefixes = inclusive?.attributes.get('PrefixList')?.split(/\s+/) ?? [];
  return prefixes.filter((prefix) => prefix !== '').map((prefix) => (prefix === '#default' ? '' : prefix));
}

function demandNames(parent: Element, names: readonly string[]): void {
  const found = parent.children.map(({ namespace, name }) => (namespace === NAMESPACE.signature ? name : ''));
  if (found.join(' ') !== names.join(' ')) refuse(`its signature has an unusual ${parent.name}`);
}

function only(elements: readonly Element[]): Element {
  const [element, ...others] = elements;
  return element === undefined || others.length > 0 ? refuse('its signature is incomplete') : element;
}

function algorithm(element: Element): string {
  return element.attributes.get('Algorithm') ?? 'unnamed';
}

function base64(element: Element): Buffer {
  return Buffer.from(textOf(element) ?? '', 'base64');
}

function refuse(reason: string): never {
  throw new UnusableMetadataError(reason);
}
