import { readSignedAssertion } from '../checks/signed-assertion.ts';
import type { ProviderPolicy } from '@ligature/identity-model';
import { aNameId, anAssertion, type AnswerParts, IDP, SP } from '../testing/answer.builder.ts';
import { aProvider } from '../testing/provider.builder.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { readIdentifier } from './read-identifier.ts';

const SUBJECT_ID = 'urn:oasis:names:tc:SAML:attribute:subject-id';
const read = (identifier: ProviderPolicy['identifier'], parts: AnswerParts, scopes = ['example.edu']): string =>
  readIdentifier(readSignedAssertion(anAssertion(parts)), aProvider({ scopes }, { identifier }), SP);
const withSubjectId = (...values: readonly string[]): AnswerParts => ({ attributes: { [SUBJECT_ID]: values } });

describe('an identifier', () => {
  it.each<[ProviderPolicy['identifier'], string, string]>([
    ['subject-id', SUBJECT_ID, 'U-1=a@Example.EDU'],
    ['pairwise-id', 'urn:oasis:names:tc:SAML:attribute:pairwise-id', 'k2v8s0q4m6@example.edu'],
    ['eduPersonUniqueId', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.13', '28c5353b8bb34984a8bd4169ba94c606@example.edu'],
    ['eduPersonPrincipalName', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6', 'ada.lovelace@example.edu'],
    ['eduPersonPrincipalName', 'eduPersonPrincipalName', 'ada@example.edu'],
    ['eduPersonPrincipalName', 'urn:mace:dir:attribute-def:eduPersonPrincipalName', 'ada@example.edu'],
  ])('may be the %s, sent as %s, and is kept in small letters', (identifier, name, value) => {
    expect(read(identifier, { attributes: { [name]: [value] } })).toBe(value.toLowerCase());
  });

  it('may be a persistent NameID that this provider made for us', () => {
    const qualifiers = { NameQualifier: IDP, SPNameQualifier: SP };
    expect(read('persistent-name-id', { nameId: aNameId('persistent', 'Ab-1', qualifiers) })).toBe('Ab-1');
    expect(read('persistent-name-id', { nameId: aNameId('persistent', 'Ab-1') })).toBe('Ab-1');
  });

  it.each([
    ['a transient NameID', aNameId('transient', '_x')],
    ['a mail address as a NameID', aNameId('emailAddress', 'ada@example.edu')],
    ['an empty NameID', aNameId('persistent', ' ')],
    ['no NameID', ''],
    ['a NameID that is too long', aNameId('persistent', 'x'.repeat(257))],
  ])('is never %s', (_, nameId) => {
    expect(refusalOf(() => read('persistent-name-id', { nameId }))).toBe('no-identifier');
  });

  it.each<[string, ProviderPolicy['identifier'], string, string]>([
    ['name', 'persistent-name-id', '<saml:EncryptedID/>', ''],
    ['attribute', 'subject-id', '', '<saml:EncryptedAttribute/>'],
  ])('is refused by a reason of its own when the %s is encrypted by itself', (_, identifier, nameId, attribute) => {
    const xml = anAssertion({ nameId, attributes: {} }).replace('</saml:AttributeStatement>', `${attribute}$&`);
    const read = () => readIdentifier(readSignedAssertion(xml), aProvider({}, { identifier }), SP);
    expect(refusalOf(read)).toBe('encrypted-identifier');
  });

  it.each([
    ['another provider', { NameQualifier: 'https://elsewhere.invalid' }],
    ['another service', { SPNameQualifier: 'https://elsewhere.invalid' }],
  ])('is no persistent NameID of %s', (_, qualifiers) => {
    expect(refusalOf(() => read('persistent-name-id', { nameId: aNameId('persistent', 'x', qualifiers) }))).toBe(
      'foreign-scope',
    );
  });

  it.each([
    ['not there', []],
    ['there twice', ['a@example.edu', 'b@example.edu']],
    ['without a scope', ['a']],
    ['of two scopes', ['a@elsewhere.example@example.edu']],
    ['with a space in it', ['a b@example.edu']],
    ['too long', [`${'a'.repeat(128)}@example.edu`]],
  ])('is refused when it is %s', (_, values) => {
    expect(refusalOf(() => read('subject-id', withSubjectId(...values)))).toBe('no-identifier');
  });

  it('is not another attribute than the one agreed on', () => {
    const attributes = {
      'urn:oid:1.3.6.1.4.1.5923.1.1.1.6': ['a@example.edu'],
      'urn:oid:0.9.2342.19200300.100.1.3': ['a@example.edu'],
    };
    expect(refusalOf(() => read('subject-id', { attributes }))).toBe('no-identifier');
  });

  it.each(['elsewhere.example', 'sub.example.edu', 'edu', 'notexample.edu', 'example.edu.elsewhere.example'])(
    'is refused in the scope %s, which the provider may not speak for',
    (scope) => {
      expect(refusalOf(() => read('subject-id', withSubjectId(`a@${scope}`)))).toBe('foreign-scope');
    },
  );

  it('is taken in any scope from a provider that states none', () => {
    expect(read('subject-id', withSubjectId('a@elsewhere.example'), [])).toBe('a@elsewhere.example');
  });
});
