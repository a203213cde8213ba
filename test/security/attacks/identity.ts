import { attributes, nameId, SUBJECT_ID } from '../forge/facts.ts';
import type { Facts } from '../forge/facts.ts';
import type { Recipe } from '../forge/recipe.ts';

/** Genuinely signed, about nobody in particular, or about somebody whom the provider cannot speak for. */
const subject = (...values: readonly string[]): Partial<Facts> => ({
  attributesXml: attributes({ [SUBJECT_ID]: values }),
});
const said = (entries: readonly (readonly [string, Partial<Facts>])[]): Recipe[] =>
  entries.map(([name, facts]) => ({ name, says: () => facts }));

const OTHERS = {
  'urn:oid:0.9.2342.19200300.100.1.3': ['u-1@example.edu'],
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.6': ['u-1@example.edu'],
  'urn:oid:1.3.6.1.4.1.5923.1.1.1.16': ['https://orcid.org/0000-0002-1825-0097'],
};

export const identity: readonly Recipe[] = said([
  ['no attributes', { attributesXml: '' }],
  [
    'attributes, but not the one that was agreed on: mail, eppn and an ORCID iD will not do',
    { attributesXml: attributes(OTHERS) },
  ],
  [
    'a persistent name where a subject-id was agreed on',
    { attributesXml: attributes(OTHERS), nameIdXml: nameId('persistent', 'u-1@example.edu') },
  ],
  ['a mail address as the name', { attributesXml: '', nameIdXml: nameId('emailAddress', 'u-1@example.edu') }],
  ['a transient name', { attributesXml: '', nameIdXml: nameId('transient', '_abc') }],
  ['an identifier without a value', { attributesXml: attributes({ [SUBJECT_ID]: [] }) }],
  ['an empty identifier', subject('')],
  ['an identifier of white space', subject('   ')],
  ['two identifiers', subject('u-1@example.edu', 'u-2@example.edu')],
  [
    'an identifier twice, in two attributes',
    {
      attributesXml: attributes({ [SUBJECT_ID]: ['u-1@example.edu'] }).replace(
        /(<saml:Attribute [\s\S]*<\/saml:Attribute>)/,
        (found) => found + found.replace('u-1', 'u-2'),
      ),
    },
  ],
  [
    'two statements with an identifier each',
    {
      attributesXml:
        attributes({ [SUBJECT_ID]: ['u-1@example.edu'] }) + attributes({ [SUBJECT_ID]: ['u-2@example.edu'] }),
    },
  ],
  ['an identifier of another scope', subject('u-1@elsewhere.example')],
  ['an identifier of a scope under ours', subject('u-1@sub.example.edu')],
  ['an identifier of a scope over ours', subject('u-1@edu')],
  ['an identifier of a scope that ends as ours', subject('u-1@notexample.edu')],
  ['an identifier of a scope that begins as ours', subject('u-1@example.edu.elsewhere.example')],
  ['an identifier without a scope', subject('u-1')],
  ['an identifier with an empty scope', subject('u-1@')],
  ['an identifier with two scopes', subject('u-1@elsewhere.example@example.edu')],
  ['an identifier with a space', subject('u 1@example.edu')],
  ['an identifier with markup', subject('&lt;b&gt;@example.edu')],
  ['an identifier with a letter that only looks like ours', subject('u-1@ex\u0430mple.edu')],
  [
    'an identifier with an element in it',
    { attributesXml: attributes({ [SUBJECT_ID]: ['<x xmlns="urn:x">u-1@example.edu</x>'] }) },
  ],
  ['an identifier that is far too long', subject(`${'u'.repeat(5000)}@example.edu`)],
  [
    'an identifier by its friendly name only',
    {
      attributesXml: attributes({ 'urn:x': ['u-1@example.edu'] }).replace(
        '<saml:Attribute ',
        '<saml:Attribute FriendlyName="subject-id" ',
      ),
    },
  ],
  [
    'an encrypted identifier',
    { attributesXml: '', nameIdXml: '<saml:EncryptedID><x xmlns="urn:x"/></saml:EncryptedID>' },
  ],
  ['two names', { nameIdXml: nameId('persistent', 'p-1') + nameId('persistent', 'p-2') }],
]);
