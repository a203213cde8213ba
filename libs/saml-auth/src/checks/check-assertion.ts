import { RefusedMessageError, type RefusalReason } from '../refused-message.error.ts';
import { type ScreenedResponse, SUCCESS } from './screen-message.ts';
import type { SignedAssertion } from './signed-assertion.ts';

/** What an answer is held against. */
export interface Expected {
  /** Entity id of the provider that was asked. */
  readonly issuer: string;
  readonly acsUrl: string;
  /** ID of the request that this browser began. */
  readonly requestId: string;
  readonly now: number;
  readonly clockSkewMs: number;
}

const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';

/**
 * The checks of SAML profiles 4.1.4.3 that the library leaves out (its pitfalls 1 and 2).
 * @returns until when the assertion may be used, and so must be remembered
 * @throws RefusedMessageError
 */
export function checkAssertion(response: ScreenedResponse, assertion: SignedAssertion, expected: Expected): Date {
  checkResponse(response, expected);
  demand(assertion.$.Version === '2.0', 'version');
  demand(assertion.Issuer[0]?._.trim() === expected.issuer, 'issuer');
  checkSession(assertion, expected);
  return checkConfirmation(assertion, expected);
}

function checkResponse(response: ScreenedResponse, expected: Expected): void {
  demand(response.version === '2.0', 'version');
  demand(response.status === SUCCESS, 'status');
  demand(response.destination === undefined || response.destination === expected.acsUrl, 'destination');
  demand(response.issuer === undefined || response.issuer === expected.issuer, 'issuer');
  demand(response.inResponseTo === expected.requestId, 'in-response-to');
}

function checkSession({ AuthnStatement }: SignedAssertion, { now, clockSkewMs }: Expected): void {
  for (const { $ } of AuthnStatement) {
    const end = $.SessionNotOnOrAfter;
    demand(end === undefined || Date.parse(end) + clockSkewMs > now, 'expired');
  }
}

/** One bearer confirmation must be for us, for this request, and not over. */
function checkConfirmation({ Subject: [subject] }: SignedAssertion, expected: Expected): Date {
  const bearers = (subject?.SubjectConfirmation ?? []).filter(({ $ }) => $.Method === BEARER);
  const [data, ...others] = bearers.map(({ SubjectConfirmationData: [confirmation] }) => confirmation?.$);
  demand(data !== undefined && others.length === 0, 'subject-confirmation');
  demand(data.Recipient === expected.acsUrl, 'recipient');
  demand(data.InResponseTo === expected.requestId, 'in-response-to');
  demand(data.NotBefore === undefined, 'subject-confirmation');
  const end = Date.parse(data.NotOnOrAfter ?? '');
  demand(end + expected.clockSkewMs > expected.now, 'expired');
  return new Date(end + expected.clockSkewMs);
}

function demand(holds: boolean, reason: RefusalReason): asserts holds {
  if (!holds) throw new RefusedMessageError(reason);
}
