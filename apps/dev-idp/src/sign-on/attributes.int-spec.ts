import { assertionOf, Bench, keys } from '../testing/bench.ts';
import { attributeValues } from '../testing/received-answer.ts';
import { aPerson } from '../testing/settings.builder.ts';
import { elementsSignedBy } from '../testing/signatures.ts';

describe('The attributes of a person', () => {
  const bench = new Bench();
  const awkward = '<b>Ω & 李</b> "{NameID}" \'{Issuer}\' ]]> $& &lt;&#65; 👩🏽‍🔬';

  beforeAll(() =>
    bench.start({
      people: [
        aPerson({
          key: 'everything',
          username: 'all',
          staffId: '00071242',
          affiliations: ['staff', 'member', 'affiliate@partner.example'],
          entitlements: ['urn:mace:example.edu:one', 'https://example.edu/two'],
          subjectId: 'u-7',
          pairwiseId: 'p-7@example.edu',
          orcid: 'https://orcid.org/0000-0002-1825-0097',
        }),
        aPerson({ key: 'sparse', username: 'few@elsewhere.example', mail: undefined }),
        aPerson({ key: 'awkward', username: 'odd', displayName: awkward, surname: awkward, givenName: 'Zoë' }),
      ],
    }),
  );
  afterAll(() => bench.stop());

  it('go by OID with a friendly name, several values each where there are several, leading zeros kept', async () => {
    const assertion = assertionOf(await bench.signIn(undefined, 'all'));
    const sent = assertion.AttributeStatement?.Attribute ?? [];
    expect(sent.map(({ Name, FriendlyName, AttributeValue }) => [FriendlyName, Name, AttributeValue])).toEqual([
      ['eduPersonPrincipalName', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6', ['all@example.edu']],
      ['subject-id', 'urn:oasis:names:tc:SAML:attribute:subject-id', ['u-7@example.edu']],
      ['pairwise-id', 'urn:oasis:names:tc:SAML:attribute:pairwise-id', ['p-7@example.edu']],
      ['mail', 'urn:oid:0.9.2342.19200300.100.1.3', ['ada.osei@example.edu']],
      ['givenName', 'urn:oid:2.5.4.42', ['Ada']],
      ['sn', 'urn:oid:2.5.4.4', ['Osei']],
      ['displayName', 'urn:oid:2.16.840.1.113730.3.1.241', ['Ada Osei']],
      ['employeeNumber', 'urn:oid:2.16.840.1.113730.3.1.3', ['00071242']],
      [
        'eduPersonScopedAffiliation',
        'urn:oid:1.3.6.1.4.1.5923.1.1.1.9',
        ['staff@example.edu', 'member@example.edu', 'affiliate@partner.example'],
      ],
      [
        'eduPersonEntitlement',
        'urn:oid:1.3.6.1.4.1.5923.1.1.1.7',
        ['urn:mace:example.edu:one', 'https://example.edu/two'],
      ],
      ['eduPersonOrcid', 'urn:oid:1.3.6.1.4.1.5923.1.1.1.16', ['https://orcid.org/0000-0002-1825-0097']],
    ]);
  });

  it('are left out when the person lacks them, and a username with a scope keeps it', async () => {
    const assertion = assertionOf(await bench.signIn(undefined, 'few@elsewhere.example'));
    expect(attributeValues(assertion)).toEqual({
      eduPersonPrincipalName: ['few@elsewhere.example'],
      givenName: ['Ada'],
      sn: ['Osei'],
      displayName: ['Ada Osei'],
    });
  });

  it('arrive as they were written, whatever characters they hold', async () => {
    const answer = await bench.signIn(undefined, 'odd');
    expect(attributeValues(assertionOf(answer))).toMatchObject({
      sn: [awkward],
      displayName: [awkward],
      givenName: ['Zoë'],
    });
    expect(elementsSignedBy(keys.signing.certificate, answer.xml)).toEqual(['Response', 'Assertion']);
  });

  it('are shown on the sign-in page as text, never as markup', async () => {
    const { page } = await bench.ask(bench.browser());
    expect(page.html).toContain('&lt;b>Ω &amp; 李&lt;/b>');
    expect(page.html).not.toContain('<b>');
  });

  it('cannot be an e-mail name for a person without mail', async () => {
    const children = `<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress"/>`;
    const { response } = await bench.signIn(undefined, 'few@elsewhere.example', { children });
    expect(response.Status.StatusCode.StatusCode?.Value).toMatch(/InvalidNameIDPolicy$/);
  });
});
