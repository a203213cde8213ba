import { STRICT_POLICY } from '@ligature/identity-model';
import { anAnswer, anAssertion, aSignature, aStatus, posted } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { checkPolicy, screenResponse } from './screen-response.ts';

const REQUESTER = 'urn:oasis:names:tc:SAML:2.0:status:Requester';
const responseSignature = aSignature('_response');
const assertionSignature = aSignature('_assertion');
const screen = (xml: string): unknown => refusalOf(() => screenResponse(posted(xml)));
const needed = (xml: string, policy = {}): unknown =>
  checkPolicy(screenResponse(posted(xml)), { ...STRICT_POLICY, ...policy });
const refused = (xml: string, policy = {}): unknown => refusalOf(() => needed(xml, policy));

describe('an answer', () => {
  it('says from outside what it may be refused for', () => {
    expect(screenResponse(posted(anAnswer()))).toMatchObject({
      id: '_response',
      version: '2.0',
      inResponseTo: '_request',
      issuer: 'https://idp.example.edu/metadata',
      isResponseSigned: true,
      isAssertionSigned: true,
      encrypted: undefined,
    });
  });

  it.each([
    ['is of another kind', anAnswer().replaceAll('samlp:Response', 'samlp:LogoutResponse'), 'unexpected-message'],
    ['is of another namespace', anAnswer().replaceAll('SAML:2.0:protocol', 'SAML:1.1:protocol'), 'unexpected-message'],
    ['is a refusal', anAnswer({ status: aStatus(REQUESTER) }), 'status'],
    [
      'is a refusal around a success',
      anAnswer({
        status: aStatus(REQUESTER, '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/>'),
      }),
      'status',
    ],
    ['has two statuses', anAnswer({ status: aStatus() + aStatus(REQUESTER) }), 'status'],
    ['has no status', anAnswer({ status: '' }), 'status'],
    ['has no assertion', anAnswer().replace(/<saml:Assertion.*<\/saml:Assertion>/, ''), 'not-one-assertion'],
    [
      'has two',
      anAnswer().replace('</samlp:Response>', `${anAssertion({ assertion: { ID: '_2' } })}</samlp:Response>`),
      'not-one-assertion',
    ],
    [
      'has one that is hidden',
      anAnswer({
        status: `${aStatus()}<samlp:Extensions>${anAssertion({ assertion: { ID: '_2' } })}</samlp:Extensions>`,
      }),
      'not-one-assertion',
    ],
    [
      'has two issuers',
      anAnswer({ responseIssuer: '<saml:Issuer>a</saml:Issuer><saml:Issuer>b</saml:Issuer>' }),
      'issuer',
    ],
  ])('is refused when it %s', (_, xml, reason) => {
    expect(screen(xml)).toBe(reason);
  });
});

describe('what must be signed', () => {
  const onlyResponse = anAnswer().replace(assertionSignature, '');
  const onlyAssertion = anAnswer().replace(responseSignature, '');
  const nothing = onlyResponse.replace(responseSignature, '');

  it('is the assertion, unless the operator says otherwise', () => {
    expect(needed(onlyAssertion)).toEqual({ response: false, assertion: true });
    expect(refused(onlyResponse)).toBe('not-signed-enough');
  });

  it('is what the operator says', () => {
    expect(needed(onlyResponse, { mustBeSigned: 'response' })).toEqual({ response: true, assertion: false });
    expect(refused(onlyAssertion, { mustBeSigned: 'response' })).toBe('not-signed-enough');
    expect(refused(onlyAssertion, { mustBeSigned: 'both' })).toBe('not-signed-enough');
    expect(needed(onlyResponse, { mustBeSigned: 'either' })).toEqual({ response: true, assertion: false });
    expect(refused(nothing, { mustBeSigned: 'either' })).toBe('not-signed-enough');
  });

  it('is verified wherever it is signed', () => {
    expect(needed(anAnswer(), { mustBeSigned: 'either' })).toEqual({ response: true, assertion: true });
  });

  it('is no help where the assertion must be encrypted', () => {
    expect(refused(anAnswer(), { mustBeEncrypted: true })).toBe('unsafe-encryption');
  });
});
