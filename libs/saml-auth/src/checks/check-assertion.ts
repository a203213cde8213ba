import { demand } from '../refused-message.error.ts';
import { demandBegun, demandFresh, demandNotOver, LONGEST_WAY_MS, type Moment, readInstant } from './instants.ts';
import type { Confirmation, SignedAssertion, Statement } from './signed-assertion.ts';
import type { ScreenedResponse } from './screen-response.ts';
import { BEARER, ENTITY_FORMAT } from './vocabulary.ts';

/** What an answer is held against. */
export interface Expected extends Moment {
  /** Entity id of the provider that was asked. */
  readonly issuer: string;
  /** Our entity id. */
  readonly audience: string;
  readonly acsUrl: string;
  /** ID of the request that this browser began. */
  readonly requestId: string;
}

/**
 * The checks of SAML profiles 4.1.4.3, all of them, whether the library makes them too or leaves them out (its pitfalls 1
 * and 2). Of the response around the assertion only what would refuse it counts.
 * @returns until when the assertion could be accepted, and so must be remembered
 * @throws RefusedMessageError
 */
export function checkAssertion(response: ScreenedResponse, assertion: SignedAssertion, expected: Expected): Date {
  checkResponse(response, expected);
  demand(assertion.version === '2.0', 'version');
  checkIssuer(assertion.issuer, expected);
  demandFresh(assertion.issuedAt, expected);
  checkConditions(assertion, expected);
  checkConfirmation(assertion, expected);
  checkAuthentication(assertion, expected);
  return new Date(readInstant(assertion.issuedAt) + LONGEST_WAY_MS + 2 * expected.clockSkewMs);
}

function checkResponse(response: ScreenedResponse, expected: Expected): void {
  demand(response.version === '2.0', 'version');
  demandFresh(response.issuedAt, expected);
  // Only a signed message must say where it goes (SAML bindings 3.5.5.2); what it says must be true in any case.
  demand(!response.isResponseSigned || response.destination !== undefined, 'destination');
  demand((response.destination ?? expected.acsUrl) === expected.acsUrl, 'destination');
  demand((response.issuer ?? expected.issuer) === expected.issuer, 'issuer');
  demand(response.inResponseTo === expected.requestId, 'in-response-to');
}

function checkIssuer({ text, attributes }: Statement, expected: Expected): void {
  demand(text === expected.issuer, 'issuer');
  demand((attributes.get('Format') ?? ENTITY_FORMAT) === ENTITY_FORMAT, 'issuer');
}

function checkConditions({ conditions }: SignedAssertion, expected: Expected): void {
  const { attributes, audiences, unknown } = conditions;
  // A condition that is not understood is not met (SAML core 2.5.1.1).
  demand(unknown.length === 0, 'conditions');
  demandBegun(attributes.get('NotBefore'), expected);
  demandNotOver(attributes.get('NotOnOrAfter'), expected);
  demand(audiences.length > 0 && audiences.every((names) => names.includes(expected.audience)), 'audience');
}

/** One bearer confirmation, for us, for this request, and not over. */
function checkConfirmation({ confirmations }: SignedAssertion, expected: Expected): void {
  const [bearer, ...others] = confirmations.filter(({ method }) => method === BEARER);
  demand(bearer !== undefined && others.length === 0, 'subject-confirmation');
  checkBearer(bearer, expected);
}

function checkBearer({ data }: Confirmation, expected: Expected): void {
  demand(data.get('Recipient') === expected.acsUrl, 'recipient');
  demand(data.get('InResponseTo') === expected.requestId, 'in-response-to');
  demand(data.get('NotBefore') === undefined && data.get('NotOnOrAfter') !== undefined, 'subject-confirmation');
  demandNotOver(data.get('NotOnOrAfter'), expected);
}

function checkAuthentication({ authentications }: SignedAssertion, expected: Expected): void {
  demand(authentications.length > 0, 'no-authentication');
  for (const authentication of authentications) {
    readInstant(authentication.get('AuthnInstant'));
    demandBegun(authentication.get('AuthnInstant'), expected);
    demandNotOver(authentication.get('SessionNotOnOrAfter'), expected);
  }
}
