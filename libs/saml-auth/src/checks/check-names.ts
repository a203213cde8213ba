import { demand } from '../refused-message.error.ts';
import { allElements, type XmlElement } from '../xml/xml-element.ts';
import { NS } from './vocabulary.ts';

const ID_NAMES = ['ID', 'Id', 'id', 'AssertionID'];
const XML = 'http://www.w3.org/XML/1998/namespace';
const OURS: ReadonlySet<string> = new Set(Object.values(NS));

/** Where each name stands that a signature check or a reader looks for. The same name elsewhere is a trap. */
const HOMES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    [NS.protocol]: ['Response', 'LogoutRequest', 'LogoutResponse', 'Status', 'StatusCode', 'SessionIndex'],
    [NS.assertion]: [
      ...['Assertion', 'EncryptedAssertion', 'Issuer', 'Subject', 'NameID', 'EncryptedID', 'Conditions'],
      ...['SubjectConfirmation', 'SubjectConfirmationData', 'AudienceRestriction', 'Audience', 'AuthnStatement'],
      ...['AttributeStatement', 'Attribute', 'AttributeValue', 'EncryptedAttribute'],
    ],
    [NS.signature]: [
      ...['Signature', 'SignedInfo', 'SignatureValue', 'CanonicalizationMethod', 'SignatureMethod', 'Reference'],
      ...['Transforms', 'Transform', 'DigestMethod', 'DigestValue', 'KeyInfo', 'Object'],
    ],
    [NS.encryption]: ['EncryptedData', 'EncryptedKey', 'EncryptionMethod', 'CipherData', 'CipherValue'],
  }).flatMap(([namespace, names]) => names.map((name) => [name, namespace] as const)),
);

/**
 * Every name means one thing: ids are there once, SAML's names stand in SAML's namespaces, and no attribute hides behind a
 * prefix. The library finds elements by their local names and ids by their text, so it would take one for the other.
 * @throws RefusedMessageError
 */
export function checkNames(root: XmlElement): void {
  const ids = new Set<string>();
  for (const element of allElements(root)) {
    demand((HOMES.get(element.name) ?? element.namespace) === element.namespace, 'ambiguous-name');
    demand(hasHarmlessAttributes(element), 'ambiguous-name');
    for (const id of idsOf(element)) {
      demand(/^[A-Za-z_][\w.-]*$/.test(id) && !ids.has(id), 'ambiguous-name');
      ids.add(id);
    }
  }
}

function idsOf({ attributes }: XmlElement): string[] {
  return ID_NAMES.flatMap((name) => attributes.get(name) ?? []);
}

/** Foreign attributes are allowed where the schema allows them, if they could not be taken for one of ours. */
function hasHarmlessAttributes({ attributes, prefixedAttributes }: XmlElement): boolean {
  return prefixedAttributes.every(({ namespace, name }) =>
    namespace === XML
      ? name === 'lang' || name === 'space'
      : !OURS.has(namespace) && !attributes.has(name) && !ID_NAMES.includes(name),
  );
}
