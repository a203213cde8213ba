import { readSignedAssertion } from '../checks/signed-assertion.ts';
import type { ProviderPolicy } from '@ligature/identity-model';
import { anAssertion, IDP, SP } from '../testing/answer.builder.ts';
import { aProvider } from '../testing/provider.builder.ts';
import { readPerson } from './read-person.ts';

const SUBJECT_ID = { 'urn:oasis:names:tc:SAML:attribute:subject-id': ['u-1@example.edu'] };
const ENTITLEMENT = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.7';
const ORCID = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.16';

const AFFILIATION = 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9';

const read = (
  attributes: Readonly<Record<string, readonly string[]>>,
  policy: Partial<ProviderPolicy> = {},
  scopes: string[] = ['example.edu'],
) =>
  readPerson(
    readSignedAssertion(anAssertion({ attributes: { ...SUBJECT_ID, ...attributes } })),
    aProvider({ scopes }, policy),
    SP,
  );

describe('a person', () => {
  it('is known by provider and identifier alone, when nothing else is said', () => {
    expect(read({})).toEqual({
      provider: IDP,
      identifierKind: 'subject-id',
      identifier: 'u-1@example.edu',
      displayName: 'u-1@example.edu',
      affiliations: [],
      entitlements: [],
      roles: [],
    });
  });

  it.each([
    [
      'object identifiers',
      { givenName: 'urn:oid:2.5.4.42', sn: 'urn:oid:2.5.4.4', mail: 'urn:oid:0.9.2342.19200300.100.1.3' },
    ],
    ['bare names', { givenName: 'givenName', sn: 'sn', mail: 'mail' }],
    [
      'the claims of Entra ID',
      {
        givenName: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname',
        sn: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname',
        mail: 'http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress',
      },
    ],
  ])('has names and mail by %s', (_, names) => {
    const person = read({ [names.givenName]: ['明'], [names.sn]: ['李'], [names.mail]: ['ming@example.edu'] });
    expect(person).toMatchObject({ givenName: '明', familyName: '李', displayName: '明 李', mail: 'ming@example.edu' });
  });

  it('is called as the provider says, before anything else', () => {
    expect(read({ displayName: ['Ada L.'], givenName: ['Ada'], mail: ['ada@example.edu'] }).displayName).toBe('Ada L.');
    expect(read({ mail: ['ada@example.edu'] }).displayName).toBe('ada@example.edu');
  });

  it('has what the operator says stands elsewhere', () => {
    const policy = { attributes: { mail: 'urn:x:mail', familyName: 'urn:x:name' } };
    expect(
      read({ mail: ['old@example.edu'], 'urn:x:mail': ['new@example.edu'], 'urn:x:name': ['Osei'] }, policy),
    ).toMatchObject({
      mail: 'new@example.edu',
      familyName: 'Osei',
    });
  });

  it('has a staff id, leading zeros and all, if there is exactly one', () => {
    const policy = { staffIdAttribute: 'urn:x:staff' };
    expect(read({ 'urn:x:staff': ['000417'] }, policy).staffId).toBe('000417');
    expect(read({ 'urn:x:staff': ['000417', '000418'] }, policy).staffId).toBeUndefined();
    expect(read({ 'urn:x:staff': ['000417'] }).staffId).toBeUndefined();
  });

  it('has a staff id of the number space that the provider is declared to speak for', () => {
    const policy = { staffIdAttribute: 'urn:x:staff' };
    expect(read({ 'urn:x:staff': ['1'] }, { ...policy, staffIdSpace: 'hr' })).toMatchObject({ staffIdSpace: 'hr' });
    expect(read({ 'urn:x:staff': ['1'] }, policy)).not.toHaveProperty('staffIdSpace');
    expect(read({}, { ...policy, staffIdSpace: 'hr' })).not.toHaveProperty('staffIdSpace');
  });

  it('has a staff id by a scoped attribute only within the scopes that the provider states', () => {
    const policy = { staffIdAttribute: 'eduPersonPrincipalName' };
    expect(read({ eduPersonPrincipalName: ['17@example.edu'] }, policy).staffId).toBe('17@example.edu');
    expect(read({ eduPersonPrincipalName: ['17@elsewhere.example'] }, policy).staffId).toBeUndefined();
    expect(read({ eduPersonPrincipalName: ['17@example.edu'] }, policy, []).staffId).toBeUndefined();
  });

  it.each([
    ['its common name', 'eduPersonScopedAffiliation', {}],
    ['its object identifier', AFFILIATION, {}],
    ['the name that the operator gave it', 'urn:x:affiliation', { affiliations: 'urn:x:affiliation' }],
  ])(
    'has a role by a scoped attribute, under %s, only within the scopes that the provider states',
    (_, name, other) => {
      const roles = ['example.edu', 'elsewhere.example'].map(
        (scope) => ({ role: 'administrator', attribute: name, value: `staff@${scope}` }) as const,
      );
      const policy = { roles, attributes: other };
      expect(read({ [name]: ['staff@example.edu'] }, policy).roles).toEqual(['administrator']);
      expect(read({ [name]: ['staff@elsewhere.example'] }, policy).roles).toEqual([]);
      expect(read({ [name]: ['staff@elsewhere.example'] }, policy, []).roles).toEqual([]);
    },
  );

  it('has the affiliations that the provider may speak for', () => {
    const affiliations = ['staff@example.edu', 'member@EXAMPLE.edu', 'staff@elsewhere.example'];
    expect(read({ eduPersonScopedAffiliation: affiliations }).affiliations).toEqual([
      'staff@example.edu',
      'member@EXAMPLE.edu',
    ]);
  });

  it('has the roles that entitlements and groups give', () => {
    const roles = [
      { role: 'administrator', attribute: 'eduPersonEntitlement', value: 'urn:x:orcid-admin' },
      { role: 'reader', attribute: 'urn:x:groups', value: 'library' },
      { role: 'reader', attribute: 'isMemberOf', value: 'helpdesk' },
    ] as const;
    expect(
      read({ [ENTITLEMENT]: ['urn:x:orcid-admin'], 'urn:x:groups': ['library'], isMemberOf: ['helpdesk'] }, { roles })
        .roles,
    ).toEqual(['administrator', 'reader']);
    expect(read({ [ENTITLEMENT]: ['urn:x:orcid-administrator', 'URN:X:ORCID-ADMIN'] }, { roles }).roles).toEqual([]);
    expect(read({ [ENTITLEMENT]: ['urn:x:orcid-admin'] }).roles).toEqual([]);
  });

  it('has the ORCID iD on file at the institution as a hint, if it is one', () => {
    expect(read({ [ORCID]: ['https://orcid.org/0000-0002-1825-0097'] }).orcidHint).toBe('0000-0002-1825-0097');
    expect(read({ [ORCID]: ['0000-0002-1825-0097'] }).orcidHint).toBe('0000-0002-1825-0097');
    expect(read({ [ORCID]: ['https://orcid.org/0000-0002-1825-0098', 'x'] }).orcidHint).toBeUndefined();
  });
});
