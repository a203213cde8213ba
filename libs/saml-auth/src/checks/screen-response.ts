import type { ProviderPolicy } from '@ligature/identity-model';
import { demand } from '../refused-message.error.ts';
import { childElements } from '../xml/xml-element.ts';
import { checkAlgorithms } from './check-algorithms.ts';
import { isSigned } from './check-signatures.ts';
import { decodePosted } from './decode-message.ts';
import { type EncryptedAssertion, isMalleable, readEncryptedAssertion } from './encrypted-assertion.ts';
import { countOf, type Envelope, screenMessage, statusOf } from './screen-message.ts';
import { NS, SUCCESS } from './vocabulary.ts';

/** An answer as it looks from outside: only good for refusing. */
export interface ScreenedResponse extends Envelope {
  readonly isResponseSigned: boolean;
  /** Of an encrypted one we cannot see it yet. */
  readonly isAssertionSigned: boolean;
  readonly encrypted: EncryptedAssertion | undefined;
}

/** Which signatures the library must demand. */
export interface NeededSignatures {
  readonly response: boolean;
  readonly assertion: boolean;
}

/** @param message the `SAMLResponse` field as it was posted. @throws RefusedMessageError */
export function screenResponse(message: unknown): ScreenedResponse {
  const envelope = screenMessage(decodePosted(message), 'Response');
  const { root } = envelope;
  demand(statusOf(root) === SUCCESS, 'status');
  const [assertion] = ['Assertion', 'EncryptedAssertion'].flatMap((name) => childElements(root, NS.assertion, name));
  const isOne = countOf(root, 'Assertion', 'EncryptedAssertion') === 1 && countOf(root, 'Response') === 1;
  demand(assertion !== undefined && isOne, 'not-one-assertion');
  return {
    ...envelope,
    isResponseSigned: isSigned(root),
    isAssertionSigned: isSigned(assertion),
    encrypted: assertion.name === 'EncryptedAssertion' ? readEncryptedAssertion(assertion) : undefined,
  };
}

/**
 * Holds an answer against what the operator demands of its provider. A signature that is there is verified in any case.
 * @throws RefusedMessageError
 */
export function checkPolicy(response: ScreenedResponse, policy: ProviderPolicy): NeededSignatures {
  const { isResponseSigned, isAssertionSigned, encrypted } = response;
  checkAlgorithms(response.root, policy);
  demand(encrypted !== undefined || !policy.mustBeEncrypted, 'unsafe-encryption');
  const needed = {
    response: isResponseSigned || ['response', 'both'].includes(policy.mustBeSigned),
    assertion: isAssertionSigned || ['assertion', 'both'].includes(policy.mustBeSigned),
  };
  demand(isResponseSigned || !needed.response, 'not-signed-enough');
  demand(isAssertionSigned || encrypted !== undefined || !needed.assertion, 'not-signed-enough');
  demand(isResponseSigned || isAssertionSigned || encrypted !== undefined, 'not-signed-enough');
  demand(isResponseSigned || encrypted === undefined || !isMalleable(encrypted), 'unsafe-encryption');
  return needed;
}
