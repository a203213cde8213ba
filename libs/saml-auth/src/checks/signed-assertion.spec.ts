import { aConfirmation, aNameId, anAssertion, someConditions } from '../testing/answer.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readSignedAssertion } from './signed-assertion.ts';

const refused = (xml: string): unknown => refusalOf(() => readSignedAssertion(xml));

describe('a signed assertion', () => {
  it('is read whole', () => {
    const read = readSignedAssertion(
      anAssertion({ nameId: aNameId('persistent', ' p-1 '), attributes: { a: [' 1 ', '2', ''], b: [] } }),
    );
    expect(read).toMatchObject({ id: '_assertion', version: '2.0', issuedAt: '2026-05-04T10:00:00Z' });
    expect(read.nameId?.text).toBe(' p-1 ');
    expect(read.confirmations.map(({ data }) => data.get('InResponseTo'))).toEqual(['_request']);
    expect(read.conditions.audiences).toEqual([['https://orcid.example.edu/saml/metadata']]);
    expect(read.attributes).toEqual([
      { name: 'a', values: ['1', '2'] },
      { name: 'b', values: [] },
    ]);
  });

  it('has no text of an attribute value that holds elements', () => {
    const [attribute] = readSignedAssertion(anAssertion({ attributes: { a: ['<x xmlns="urn:x">1</x>'] } })).attributes;
    expect(attribute?.values).toEqual([]);
  });

  it.each([
    ['is something else', '<a/>', 'not-one-assertion'],
    [
      'holds another',
      anAssertion().replace('</saml:Subject>', `${anAssertion({ assertion: { ID: '_2' } })}</saml:Subject>`),
      'not-one-assertion',
    ],
    ['has no issuer', anAssertion({ issuer: '' }), 'issuer'],
    ['has no conditions', anAssertion({ conditions: '' }), 'conditions'],
    ['has two conditions', anAssertion({ conditions: someConditions() + someConditions() }), 'ambiguous-name'],
    ['has no subject', anAssertion().replace(/<saml:Subject>.*<\/saml:Subject>/, ''), 'subject-confirmation'],
    [
      'has two names',
      anAssertion({ nameId: aNameId('persistent', 'a') + aNameId('persistent', 'b') }),
      'ambiguous-name',
    ],
    [
      'has two pieces of data in a confirmation',
      anAssertion({ confirmation: aConfirmation().replace(/(<saml:SubjectConfirmationData[^>]*>)/, '$1$1') }),
      'ambiguous-name',
    ],
    ['has a comment', anAssertion({ nameId: aNameId('persistent', 'a<!-- x -->b') }), 'not-plain-xml'],
  ])('is refused when it %s', (_, xml, reason) => {
    expect(refused(xml)).toBe(reason);
  });
});
