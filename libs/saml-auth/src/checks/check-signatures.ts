import { demand } from '../refused-message.error.ts';
import { allElements, childElements, type XmlElement } from '../xml/xml-element.ts';
import { ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NS } from './vocabulary.ts';

/**
 * Every signature signs the element that it stands in, once, and nothing else: what is checked is what is read
 * (SAML core 5.4.2 to 5.4.4). So a wrapped signature is refused.
 * @param mayBeSigned elements in which a signature may stand
 * @throws RefusedMessageError
 */
export function checkSignatures(root: XmlElement, mayBeSigned: readonly XmlElement[]): void {
  for (const element of allElements(root)) {
    if (element.namespace !== NS.signature || element.name !== 'Signature') continue;
    const { parent } = element;
    demand(parent !== undefined && mayBeSigned.includes(parent), 'signature-shape');
    demand(signaturesOf(parent).length === 1, 'signature-shape');
    checkSignature(element, parent);
  }
}

export function isSigned(element: XmlElement | undefined): boolean {
  return signaturesOf(element).length > 0;
}

function signaturesOf(element: XmlElement | undefined): readonly XmlElement[] {
  return childElements(element, NS.signature, 'Signature');
}

function checkSignature(signature: XmlElement, signed: XmlElement): void {
  demand(childElements(signature, NS.signature, 'Object').length === 0, 'signature-shape');
  const signedInfo = only(signature, 'SignedInfo');
  const reference = only(signedInfo, 'Reference');
  only(signature, 'SignatureValue');
  only(reference, 'DigestValue');
  const id = signed.attributes.get('ID');
  demand(id !== undefined && reference.attributes.get('URI') === `#${id}`, 'signature-shape');
  const transforms = only(reference, 'Transforms').children.map(({ attributes }) => attributes.get('Algorithm'));
  demand(transforms.join(' ') === `${ENVELOPED_SIGNATURE} ${EXCLUSIVE_C14N}`, 'signature-shape');
}

function only(parent: XmlElement, name: string): XmlElement {
  const [found, ...others] = childElements(parent, NS.signature, name);
  demand(found !== undefined && others.length === 0, 'signature-shape');
  return found;
}
