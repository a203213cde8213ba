import { assertionOf, Bench, keys, type Received, received, rpCredential } from '../testing/bench.ts';
import { decryptedAssertion } from '../testing/decryption.ts';
import { attributeValues, readAssertion, statusCodes } from '../testing/received-answer.ts';
import { elementsSignedBy } from '../testing/signatures.ts';
import { aPerson } from '../testing/settings.builder.ts';
import { type SwitchName } from './switch-name.ts';

const ELSEWHERE = 'https://elsewhere.invalid';
const HOUR = 3_600_000;

describe('A switched answer', () => {
  const bench = new Bench();
  const { rp } = bench;

  beforeAll(() => bench.start());
  afterAll(() => bench.stop());
  beforeEach(() => bench.admin('reset'));

  async function answerWith(...switches: SwitchName[]): Promise<Received> {
    await bench.admin('next', { switch: switches });
    return bench.signIn();
  }

  function signers(xml: string): Record<'signing' | 'other', string[]> {
    return {
      signing: elementsSignedBy(keys.signing.certificate, xml),
      other: elementsSignedBy(keys.other.certificate, xml),
    };
  }

  it.each<[SwitchName, number]>([
    ['expired', -HOUR],
    ['not-yet-valid', HOUR],
  ])('%s: only its window is moved, by %d milliseconds', async (name, shift) => {
    const answer = await answerWith(name);
    const { Conditions, Subject, IssueInstant, AuthnStatement } = assertionOf(answer);
    const end = new Date(bench.now.getTime() + shift + 300_000);
    expect(Conditions).toMatchObject({ NotBefore: new Date(bench.now.getTime() + shift), NotOnOrAfter: end });
    expect(Subject.SubjectConfirmation.SubjectConfirmationData.NotOnOrAfter).toEqual(end);
    expect([IssueInstant, AuthnStatement.AuthnInstant, answer.response.IssueInstant]).toEqual(Array(3).fill(bench.now));
    expect(signers(answer.xml).signing).toEqual(['Response', 'Assertion']);
  });

  it.each<[SwitchName, Partial<Record<'audience' | 'recipient' | 'destination', string>>]>([
    ['wrong-audience', { audience: `${ELSEWHERE}/metadata` }],
    ['wrong-recipient', { recipient: `${ELSEWHERE}/acs` }],
    ['wrong-destination', { destination: `${ELSEWHERE}/acs` }],
  ])('%s: only that address is wrong, and the form still goes to the ACS', async (name, wrong) => {
    const answer = await answerWith(name);
    const { Conditions, Subject } = assertionOf(answer);
    expect({
      audience: Conditions.AudienceRestriction.Audience,
      recipient: Subject.SubjectConfirmation.SubjectConfirmationData.Recipient,
      destination: answer.response.Destination,
      form: answer.form.action,
    }).toEqual({
      audience: rp.entityId,
      recipient: rp.acsUrl,
      destination: rp.acsUrl,
      form: rp.acsUrl,
      ...wrong,
    });
    expect(Subject.NameID.SPNameQualifier).toBe(rp.entityId);
    expect(signers(answer.xml).signing).toEqual(['Response', 'Assertion']);
  });

  it('wrong-in-response-to: response and confirmation agree on a request that nobody made', async () => {
    const answer = await answerWith('wrong-in-response-to');
    const { InResponseTo } = assertionOf(answer).Subject.SubjectConfirmation.SubjectConfirmationData;
    expect(answer.response.InResponseTo).toBe(InResponseTo);
    expect(InResponseTo).not.toBe(answer.requestId);
  });

  it('replayed: the very answer from before, with the relay state of now', async () => {
    const before = await bench.signIn();
    await bench.admin('next', { switch: 'replayed' });
    const again = await bench.signIn(undefined, 'ada', { relayState: 'now' });
    expect(again.xml).toBe(before.xml);
    expect(again.form.fields['RelayState']).toBe('now');
  });

  it('replayed: says so when there is nothing to send again', async () => {
    await bench.admin('next', { switch: 'replayed' });
    const browser = bench.browser();
    const { page } = await bench.ask(browser);
    const refused = await browser.choose(page, 'ada');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('no answer yet that could be sent again');
  });

  it('unsigned: no signature at all', async () => {
    const answer = await answerWith('unsigned');
    expect(answer.xml).not.toContain('Signature');
    expect(statusCodes(answer.response)).toEqual(['Success']);
    expect(attributeValues(assertionOf(answer))).toMatchObject({ sn: ['Osei'] });
  });

  it('other-key: well signed, with a key and a certificate that the metadata does not name', async () => {
    const { xml } = await answerWith('other-key');
    expect(signers(xml)).toEqual({ signing: [], other: ['Response', 'Assertion'] });
    expect(xml).toContain(keys.other.certificate);
    expect(xml).not.toContain(keys.signing.certificate);
  });

  it.each<[SwitchName, string[]]>([
    ['response-signed-only', ['Response']],
    ['assertion-signed-only', ['Assertion']],
  ])('%s: %j carries the only signature', async (name, signed) => {
    const { xml } = await answerWith(name);
    expect(signers(xml).signing).toEqual(signed);
    expect(xml.match(/<ds:Signature /g)).toHaveLength(1);
  });

  it.each<[SwitchName, string]>([
    ['encrypted', 'http://www.w3.org/2009/xmlenc11#aes256-gcm'],
    ['encrypted-cbc', 'http://www.w3.org/2001/04/xmlenc#aes128-cbc'],
  ])('%s: the service provider alone can read it, and both signatures still verify', async (name, algorithm) => {
    const { xml, response, requestId } = await answerWith(name);
    expect(response).not.toHaveProperty('Assertion');
    expect(xml).not.toContain('Osei');
    expect(xml).toContain(`Algorithm="${algorithm}"`);
    expect(signers(xml).signing).toEqual(['Response']);

    const inside = decryptedAssertion(xml, rpCredential);
    expect(elementsSignedBy(keys.signing.certificate, inside)).toEqual(['Assertion']);
    const assertion = readAssertion(inside);
    expect(attributeValues(assertion)).toMatchObject({ sn: ['Osei'] });
    expect(assertion.Subject.SubjectConfirmation.SubjectConfirmationData.InResponseTo).toBe(requestId);
    expect(() => decryptedAssertion(xml, keys.other)).toThrow();
  });

  it('status-requester: a signed refusal without an assertion', async () => {
    const { response, xml } = await answerWith('status-requester');
    expect(statusCodes(response)).toEqual(['Requester', 'RequestDenied']);
    expect(response).not.toHaveProperty('Assertion');
    expect(signers(xml).signing).toEqual(['Response']);
  });

  it('no-attributes: no attribute statement', async () => {
    const assertion = assertionOf(await answerWith('no-attributes'));
    expect(assertion).not.toHaveProperty('AttributeStatement');
    expect(assertion.Subject.NameID.Format).toMatch(/persistent$/);
  });

  it('transient-name-id: a name that is another one each time', async () => {
    const answers = [await answerWith('transient-name-id'), await answerWith('transient-name-id')];
    const [first, second] = answers.map((answer) => assertionOf(answer).Subject.NameID);
    expect(first).toMatchObject({
      Format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
      SPNameQualifier: rp.entityId,
    });
    expect(first?.text).not.toBe(second?.text);
  });

  it('may be switched in several ways at once', async () => {
    const { xml } = await answerWith('encrypted', 'response-signed-only', 'no-attributes');
    const inside = decryptedAssertion(xml, rpCredential);
    expect(inside).not.toContain('Signature');
    expect(readAssertion(inside)).not.toHaveProperty('AttributeStatement');
    expect(signers(xml).signing).toEqual(['Response']);
  });
});

describe('A service provider without a certificate', () => {
  const bench = new Bench();

  afterAll(() => bench.stop());

  it('gets a page instead of an answer that should be encrypted', async () => {
    const { entityId, acsUrl } = bench.rp;
    await bench.start({
      serviceProviders: [{ entityId, acsUrls: [acsUrl] }],
      people: [aPerson({ switch: 'encrypted' })],
    });
    const browser = bench.browser();
    const { page } = await bench.ask(browser);
    const refused = await browser.choose(page, 'ada');
    expect(refused.status).toBe(409);
    expect(refused.html).toContain('has no certificate to encrypt for');
  });
});

describe('Signing less by the settings', () => {
  const bench = new Bench();

  afterEach(() => bench.stop());

  it.each([
    [{ response: true, assertion: false }, ['Response']],
    [{ response: false, assertion: true }, ['Assertion']],
  ])('%j signs %j', async (signing, signed) => {
    await bench.start({ signing });
    const { xml } = await bench.signIn();
    expect(elementsSignedBy(keys.signing.certificate, xml)).toEqual(signed);
  });

  it('still signs a refusal, which has no assertion', async () => {
    await bench.start({ signing: { response: false, assertion: true } });
    const { requestId, page } = await bench.ask(bench.browser(), { attributes: { IsPassive: 'true' } });
    expect(elementsSignedBy(keys.signing.certificate, received(requestId, page).xml)).toEqual(['Response']);
  });
});
