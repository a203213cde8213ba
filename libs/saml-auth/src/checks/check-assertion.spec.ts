import {
  aConfirmation,
  ACS,
  anAnswer,
  anAudience,
  anAuthentication,
  type AnswerParts,
  IDP,
  issuer,
  NOW,
  posted,
  REQUEST,
  someConditions,
  SP,
} from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { checkAssertion } from './check-assertion.ts';
import { screenResponse } from './screen-response.ts';
import { readSignedAssertion } from './signed-assertion.ts';

const ELSEWHERE = 'https://elsewhere.invalid';
const expected = {
  issuer: IDP,
  audience: SP,
  acsUrl: ACS,
  requestId: REQUEST,
  now: Date.parse(NOW),
  clockSkewMs: 60_000,
};

function check(parts: AnswerParts): Date {
  const xml = anAnswer(parts);
  const assertion = /<saml:Assertion.*<\/saml:Assertion>/s.exec(xml)?.[0] ?? '';
  return checkAssertion(screenResponse(posted(xml)), readSignedAssertion(assertion), expected);
}

describe('an assertion', () => {
  it('is accepted when all of it is right, and remembered for as long as it could be accepted', () => {
    expect(check({}).toISOString()).toBe('2026-05-04T10:12:00.000Z');
  });

  it.each<[string, AnswerParts]>([
    ['us among several audiences', { conditions: someConditions({}, anAudience('urn:other', SP)) }],
    ['no window', { conditions: someConditions({ NotBefore: undefined, NotOnOrAfter: undefined }) }],
    ['a condition on passing it on', { conditions: someConditions({}, `${anAudience(SP)}<saml:OneTimeUse/>`) }],
    [
      'another confirmation beside the bearer',
      { confirmation: aConfirmation() + aConfirmation({}, 'urn:oasis:names:tc:SAML:2.0:cm:sender-vouches') },
    ],
    [
      'the format of its issuer',
      { issuer: issuer(IDP, { Format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:entity' }) },
    ],
  ])('may have %s', (_, parts) => {
    expect(refusalOf(() => check(parts))).toBeUndefined();
  });

  it.each<[string, AnswerParts, string]>([
    ['the response is of another version', { response: { Version: '1.1' } }, 'version'],
    ['it is of another version', { assertion: { Version: '1.1' } }, 'version'],
    ['the response is old', { response: { IssueInstant: '2026-05-04T09:00:00Z' } }, 'expired'],
    ['it is old', { assertion: { IssueInstant: '2026-05-04T09:00:00Z' } }, 'expired'],
    ['it is from the future', { assertion: { IssueInstant: '2026-05-04T11:00:00Z' } }, 'not-yet-valid'],
    ['the response is for another destination', { response: { Destination: ELSEWHERE } }, 'destination'],
    ['a signed response has no destination', { response: { Destination: undefined } }, 'destination'],
    ['the response is by another', { responseIssuer: issuer(ELSEWHERE) }, 'issuer'],
    ['it is by another', { issuer: issuer(ELSEWHERE) }, 'issuer'],
    [
      'its issuer is no entity',
      { issuer: issuer(IDP, { Format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress' }) },
      'issuer',
    ],
    ['the response answers another request', { response: { InResponseTo: '_other' } }, 'in-response-to'],
    ['the response answers no request', { response: { InResponseTo: undefined } }, 'in-response-to'],
    ['it answers another request', { confirmation: aConfirmation({ InResponseTo: '_other' }) }, 'in-response-to'],
    ['it answers no request', { confirmation: aConfirmation({ InResponseTo: undefined }) }, 'in-response-to'],
    ['it is for another recipient', { confirmation: aConfirmation({ Recipient: ELSEWHERE }) }, 'recipient'],
    ['its confirmation is over', { confirmation: aConfirmation({ NotOnOrAfter: '2026-05-04T09:58:00Z' }) }, 'expired'],
    [
      'its confirmation has no end',
      { confirmation: aConfirmation({ NotOnOrAfter: undefined }) },
      'subject-confirmation',
    ],
    ['its confirmation has a beginning', { confirmation: aConfirmation({ NotBefore: NOW }) }, 'subject-confirmation'],
    ['nothing confirms it', { confirmation: '' }, 'subject-confirmation'],
    [
      'its bearer must hold a key',
      { confirmation: aConfirmation({}, 'urn:oasis:names:tc:SAML:2.0:cm:holder-of-key') },
      'subject-confirmation',
    ],
    ['it has two bearers', { confirmation: aConfirmation() + aConfirmation() }, 'subject-confirmation'],
    ['it is for another audience', { conditions: someConditions({}, anAudience(ELSEWHERE)) }, 'audience'],
    ['it is for no audience', { conditions: someConditions({}, '') }, 'audience'],
    [
      'one of its restrictions is for another',
      { conditions: someConditions({}, anAudience(SP) + anAudience(ELSEWHERE)) },
      'audience',
    ],
    ['its window is over', { conditions: someConditions({ NotOnOrAfter: '2026-05-04T09:58:00Z' }) }, 'expired'],
    [
      'its window has not begun',
      { conditions: someConditions({ NotBefore: '2026-05-04T10:02:00Z' }) },
      'not-yet-valid',
    ],
    [
      'it has a condition that nobody knows',
      { conditions: someConditions({}, `${anAudience(SP)}<saml:Condition/>`) },
      'conditions',
    ],
    ['nobody signed in', { authentication: '' }, 'no-authentication'],
    [
      'the sign-in is to come',
      { authentication: anAuthentication({ AuthnInstant: '2026-05-04T11:00:00Z' }) },
      'not-yet-valid',
    ],
    ['the sign-in was at no time', { authentication: anAuthentication({ AuthnInstant: undefined }) }, 'conditions'],
    [
      'the session is over',
      { authentication: anAuthentication({ SessionNotOnOrAfter: '2026-05-04T09:00:00Z' }) },
      'expired',
    ],
  ])('is refused when %s', (_, parts, reason) => {
    expect(refusalOf(() => check(parts))).toBe(reason);
  });
});
