import { demand } from '../refused-message.error.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import { allElements, childElements, type XmlElement } from '../xml/xml-element.ts';
import { checkNames } from './check-names.ts';
import { checkSignatures } from './check-signatures.ts';
import { NS } from './vocabulary.ts';

export type MessageName = 'Response' | 'LogoutRequest' | 'LogoutResponse';

/** What a message says of itself, before any signature was verified: only good for refusing. */
export interface Envelope {
  readonly root: XmlElement;
  readonly id: string | undefined;
  readonly version: string | undefined;
  readonly issuedAt: string | undefined;
  readonly destination: string | undefined;
  readonly inResponseTo: string | undefined;
  readonly issuer: string | undefined;
}

/**
 * Looks at a message before the library sees it: plain XML, names that mean one thing, signatures that sign what they
 * stand in. The library itself refuses none of these (its pitfall 13).
 * @throws RefusedMessageError
 */
export function screenMessage(xml: string, ...expected: readonly MessageName[]): Envelope {
  const root = readPlainXml(xml);
  const isExpected = root.namespace === NS.protocol && expected.some((name) => name === root.name);
  demand(isExpected, 'unexpected-message');
  checkNames(root);
  checkSignatures(root, [root, ...childElements(root, NS.assertion, 'Assertion')]);
  return envelopeOf(root);
}

function envelopeOf(root: XmlElement): Envelope {
  const { attributes } = root;
  const [issuer, ...others] = childElements(root, NS.assertion, 'Issuer');
  demand(others.length === 0, 'issuer');
  return {
    root,
    id: attributes.get('ID'),
    version: attributes.get('Version'),
    issuedAt: attributes.get('IssueInstant'),
    destination: attributes.get('Destination'),
    inResponseTo: attributes.get('InResponseTo'),
    issuer: issuer?.text,
  };
}

/** The code that counts, of the one status; what is under it says why, and does not matter. */
export function statusOf(root: XmlElement): string | undefined {
  const statuses = childElements(root, NS.protocol, 'Status');
  const codes = childElements(statuses[0], NS.protocol, 'StatusCode');
  return statuses.length === 1 && codes.length === 1 ? codes[0]?.attributes.get('Value') : undefined;
}

/** How many elements of these names the element holds, at any depth. */
export function countOf(root: XmlElement, ...names: readonly string[]): number {
  return [...allElements(root)].filter(({ name }) => names.includes(name)).length;
}
