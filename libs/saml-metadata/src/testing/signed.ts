import { SignedXml } from 'xml-crypto';

export interface SigningOptions {
  readonly privateKey: string;
  readonly digest?: string;
  readonly algorithm?: string;
  readonly transforms?: readonly string[];
  readonly canonicalization?: string;
  readonly inclusive?: readonly string[];
  readonly reference?: string;
}

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';

/** Signs a document as federations do, with a library that shares nothing with our reading. */
export function signed(xml: string, options: SigningOptions): string {
  const inclusive = options.inclusive === undefined ? {} : { inclusiveNamespacesPrefixList: [...options.inclusive] };
  const signer = new SignedXml({
    privateKey: options.privateKey,
    signatureAlgorithm: options.algorithm ?? 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    canonicalizationAlgorithm: options.canonicalization ?? EXCLUSIVE,
    ...inclusive,
  });
  signer.addReference({
    xpath: options.reference ?? '/*',
    transforms: [...(options.transforms ?? ['http://www.w3.org/2000/09/xmldsig#enveloped-signature', EXCLUSIVE])],
    digestAlgorithm: options.digest ?? 'http://www.w3.org/2001/04/xmlenc#sha256',
    ...inclusive,
  });
  signer.computeSignature(xml, { prefix: 'ds', location: { reference: '/*', action: 'prepend' } });
  return signer.getSignedXml();
}
