import { STRICT_POLICY } from '@ligature/identity-model';
import { anAssertion, aSignature } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { screenDecrypted } from './screen-assertion.ts';

const screen = (xml: string): unknown => refusalOf(() => screenDecrypted(xml, STRICT_POLICY));

describe('what was inside an encrypted assertion', () => {
  it('may be an assertion, signed or not', () => {
    expect(screen(anAssertion({}, aSignature('_assertion')))).toBeUndefined();
    expect(screen(anAssertion())).toBeUndefined();
  });

  it.each([
    [
      'is signed with SHA-1',
      anAssertion({}, aSignature('_assertion', 'http://www.w3.org/2000/09/xmldsig#rsa-sha1')),
      'weak-algorithm',
    ],
    ['is signed over something else', anAssertion({}, aSignature('_other')), 'signature-shape'],
    ['is two', anAssertion() + anAssertion(), 'not-well-formed'],
    [
      'is one around another',
      anAssertion().replace('</saml:Subject>', `${anAssertion({ assertion: { ID: '_2' } })}</saml:Subject>`),
      'not-one-assertion',
    ],
    ['is something else', '<a/>', 'not-one-assertion'],
    ['has a document type', `<!DOCTYPE a>${anAssertion()}`, 'doctype'],
  ])('is refused when it %s', (_, xml, reason) => {
    expect(screen(xml)).toBe(reason);
  });
});
