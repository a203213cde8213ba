import type { ProviderPolicy } from '@ligature/identity-model';
import { demand } from '../refused-message.error.ts';
import { readPlainXml } from '../xml/read-plain-xml.ts';
import type { XmlElement } from '../xml/xml-element.ts';
import { checkAlgorithms } from './check-algorithms.ts';
import { checkNames } from './check-names.ts';
import { checkSignatures } from './check-signatures.ts';
import { countOf } from './screen-message.ts';
import { NS } from './vocabulary.ts';

/** Reads an assertion that stands by itself. @throws RefusedMessageError */
export function readAssertionXml(xml: string): XmlElement {
  const root = readPlainXml(xml);
  demand(root.namespace === NS.assertion && root.name === 'Assertion', 'not-one-assertion');
  demand(countOf(root, 'Assertion', 'EncryptedAssertion') === 1, 'not-one-assertion');
  checkNames(root);
  return root;
}

/** Looks at what was inside an encrypted assertion as at any other; it could not be seen before. @throws RefusedMessageError */
export function screenDecrypted(xml: string, policy: ProviderPolicy): void {
  const root = readAssertionXml(xml);
  checkAlgorithms(root, policy);
  checkSignatures(root, [root]);
}
