import { checkAlgorithms } from '../checks/check-algorithms.ts';
import { isSigned } from '../checks/check-signatures.ts';
import { demandFresh, demandNotOver, type Moment } from '../checks/instants.ts';
import { type Envelope, statusOf } from '../checks/screen-message.ts';
import { NS, SUCCESS } from '../checks/vocabulary.ts';
import type { Provider } from '../provider.ts';
import { demand } from '../refused-message.error.ts';
import { allElements, childElements } from '../xml/xml-element.ts';
import type { LogoutMessage } from './logout-message.ts';

const PARTIAL = 'urn:oasis:names:tc:SAML:2.0:status:PartialLogout';

/** Whom a provider wants signed out. */
export interface LogoutRequest {
  readonly requestId: string;
  readonly nameId: string;
  /** Which of the person's sessions; all when empty. */
  readonly sessionIndexes: readonly string[];
}

/** The checks that every logout message must pass (SAML core 3.7.3, SAML profiles 4.4.4). @throws RefusedMessageError */
export function checkLogout(
  message: LogoutMessage,
  envelope: Envelope,
  provider: Provider,
  here: Moment & { readonly logoutUrl: string },
): void {
  checkAlgorithms(envelope.root, provider.policy);
  demand(message.querySignature !== undefined || isSigned(envelope.root), 'not-signed-enough');
  demand(envelope.version === '2.0', 'version');
  demand(envelope.issuer === provider.entityId, 'issuer');
  demand(envelope.destination === here.logoutUrl, 'destination');
  demandFresh(envelope.issuedAt, here);
  demandNotOver(envelope.root.attributes.get('NotOnOrAfter'), here);
}

/** @throws RefusedMessageError when it does not say whom it means */
export function logoutRequestOf({ root, id }: Envelope): LogoutRequest {
  demand(childElements(root, NS.assertion, 'EncryptedID').length === 0, 'encrypted-identifier');
  const [nameId, ...others] = childElements(root, NS.assertion, 'NameID');
  demand(id !== undefined && nameId !== undefined && others.length === 0, 'no-identifier');
  const sessionIndexes = childElements(root, NS.protocol, 'SessionIndex').map(({ text }) => text.trim());
  return { requestId: id, nameId: nameId.text.trim(), sessionIndexes };
}

/** Whether the provider says that the person is signed out of everything it knows of. */
export function isSignedOutEverywhere({ root }: Envelope): boolean {
  const codes = [...allElements(root)].filter(({ name }) => name === 'StatusCode');
  return statusOf(root) === SUCCESS && codes.every(({ attributes }) => attributes.get('Value') !== PARTIAL);
}
