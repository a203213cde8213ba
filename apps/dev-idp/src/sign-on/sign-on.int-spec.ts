import { assertionOf, Bench, keys, received } from '../testing/bench.ts';
import { statusCodes } from '../testing/received-answer.ts';
import { asQuery, RelyingParty } from '../testing/relying-party.ts';
import { aPerson } from '../testing/settings.builder.ts';
import { algorithmsIn, elementsSignedBy } from '../testing/signatures.ts';

describe('Sign-on', () => {
  const bench = new Bench();
  const { rp } = bench;

  beforeAll(() => bench.start({ people: [aPerson(), aPerson({ key: 'second', username: 'bo' })] }));
  afterAll(() => bench.stop());
  beforeEach(() => bench.admin('reset'));

  describe.each(['redirect', 'post'] as const)('asked by %s', (binding) => {
    it('answers with a form to the ACS that carries the relay state', async () => {
      const { form } = await bench.signIn(undefined, 'ada', { binding, relayState: 'a&b=ü' });
      expect(form.action).toBe(rp.acsUrl);
      expect(form.fields['RelayState']).toBe('a&b=ü');
    });

    it('sends no relay state when none came', async () => {
      const { form } = await bench.signIn(undefined, 'ada', { binding });
      expect(Object.keys(form.fields)).toEqual(['SAMLResponse']);
    });

    it('answers without asking again while the session lasts', async () => {
      const browser = bench.browser();
      const first = await bench.signIn(browser, 'ada', { binding });
      const { requestId, page } = await bench.ask(browser, { binding });
      const second = received(requestId, page);
      expect(second.response.InResponseTo).toBe(requestId);
      expect(assertionOf(second).AuthnStatement).toEqual(assertionOf(first).AuthnStatement);
      expect(assertionOf(second).Subject.NameID).toEqual(assertionOf(first).Subject.NameID);
    });
  });

  it('says everything a strict service provider checks', async () => {
    const answer = await bench.signIn();
    const { response, requestId } = answer;
    const { Subject: subject, Conditions: conditions, ...assertion } = assertionOf(answer);
    const confirmation = subject.SubjectConfirmation.SubjectConfirmationData;
    expect(response).toMatchObject({ Destination: rp.acsUrl, InResponseTo: requestId, IssueInstant: bench.now });
    expect(statusCodes(response)).toEqual(['Success']);
    expect([response.Issuer, assertion.Issuer]).toEqual([`${bench.url}/metadata`, `${bench.url}/metadata`]);
    expect(confirmation).toMatchObject({ Recipient: rp.acsUrl, InResponseTo: requestId });
    expect(confirmation.NotOnOrAfter).toEqual(new Date(bench.now.getTime() + 300_000));
    expect(conditions).toEqual({
      NotBefore: bench.now,
      NotOnOrAfter: new Date(bench.now.getTime() + 300_000),
      AudienceRestriction: { Audience: rp.entityId },
    });
    expect(assertion.AuthnStatement.AuthnInstant).toEqual(bench.now);
  });

  it('signs response and assertion by RSA-SHA256 over the exclusive canonical form', async () => {
    const { xml } = await bench.signIn();
    expect(elementsSignedBy(keys.signing.certificate, xml)).toEqual(['Response', 'Assertion']);
    expect(elementsSignedBy(keys.other.certificate, xml)).toEqual([]);
    expect(algorithmsIn(xml)).toEqual([
      'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
      'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
      'http://www.w3.org/2001/04/xmlenc#sha256',
      'http://www.w3.org/2001/10/xml-exc-c14n#',
    ]);
  });

  it('never uses an identifier twice', async () => {
    const browser = bench.browser();
    const first = await bench.signIn(browser);
    const { requestId, page } = await bench.ask(browser);
    const second = received(requestId, page);
    const ids = [first, second].flatMap((answer) => [answer.response.ID, assertionOf(answer).ID]);
    expect(new Set(ids).size).toBe(4);
  });

  it('asks again when the request forces authentication, though there is a session', async () => {
    const browser = bench.browser();
    const before = await bench.signIn(browser);
    bench.now = new Date(bench.now.getTime() + 60_000);
    const { requestId, page } = await bench.ask(browser, { attributes: { ForceAuthn: 'true' } });
    expect(page.html).toContain('choose who you are');
    const answer = received(requestId, await browser.choose(page, 'ada'));
    expect(assertionOf(answer).AuthnStatement.AuthnInstant).toEqual(bench.now);
    expect(assertionOf(answer).AuthnStatement.SessionIndex).toBe(assertionOf(before).AuthnStatement.SessionIndex);
  });

  it('ends the session of whoever sat there before when another person signs in', async () => {
    const browser = bench.browser();
    const { Subject, AuthnStatement } = assertionOf(await bench.signIn(browser));
    const { page } = await bench.ask(browser, { attributes: { ForceAuthn: 'true' } });
    const other = received('', await browser.choose(page, 'bo'));
    expect(assertionOf(other).Subject.NameID.text).not.toBe(Subject.NameID.text);
    const { xml } = rp.logoutRequest(Subject.NameID.text, AuthnStatement.SessionIndex);
    await bench.browser().get(`${bench.url}/slo?${asQuery('SAMLRequest', xml)}`);
    expect(await bench.log()).toContainEqual(expect.objectContaining({ event: 'logout-asked', endedSessions: 0 }));
  });

  it('asks again when the session is over', async () => {
    const browser = bench.browser();
    await bench.signIn(browser);
    bench.now = new Date(bench.now.getTime() + 8 * 3_600_000);
    const { page } = await bench.ask(browser);
    expect(page.html).toContain('choose who you are');
  });

  it.each([{ IsPassive: 'true' }, { IsPassive: '1', ForceAuthn: '1' }])(
    'refuses to be passive (%j) when it would have to ask, and signs the refusal',
    async (attributes) => {
      const { requestId, page } = await bench.ask(bench.browser(), { attributes });
      const { response, xml } = received(requestId, page);
      expect(statusCodes(response)).toEqual(['Responder', 'NoPassive']);
      expect(response).toMatchObject({ InResponseTo: requestId, Destination: rp.acsUrl });
      expect(response).not.toHaveProperty('Assertion');
      expect(elementsSignedBy(keys.signing.certificate, xml)).toEqual(['Response']);
    },
  );

  it('is passive when there is a session', async () => {
    const browser = bench.browser();
    await bench.signIn(browser);
    const { requestId, page } = await bench.ask(browser, { attributes: { IsPassive: 'true' } });
    expect(statusCodes(received(requestId, page).response)).toEqual(['Success']);
  });

  it('claims the authentication context that was asked for', async () => {
    const mfa = 'https://refeds.org/profile/mfa';
    const children = `<samlp:RequestedAuthnContext><saml:AuthnContextClassRef>${mfa}</saml:AuthnContextClassRef></samlp:RequestedAuthnContext>`;
    const answer = await bench.signIn(undefined, 'ada', { children });
    expect(assertionOf(answer).AuthnStatement.AuthnContext.AuthnContextClassRef).toBe(mfa);
  });

  it('keeps the sign-in page open for a username nobody has, and says so', async () => {
    const browser = bench.browser();
    const { page } = await bench.ask(browser);
    const mistaken = await browser.choose(page, '<i>nobody</i>');
    expect(mistaken.status).toBe(422);
    expect(mistaken.html).toContain('Nobody here is called “&lt;i>nobody&lt;/i>”');
    expect(browser.hasSession).toBe(false);
    expect((await browser.choose(mistaken, 'ada')).form.action).toBe(rp.acsUrl);
  });

  it('answers a request once', async () => {
    const browser = bench.browser();
    const { page } = await bench.ask(browser);
    await browser.choose(page, 'ada');
    const again = await browser.choose(page, 'ada');
    expect(again.status).toBe(410);
    expect(again.html).toContain('This sign-in has ended');
  });

  it('lets a request wait for half an hour and no longer', async () => {
    const browser = bench.browser();
    const { page } = await bench.ask(browser);
    bench.now = new Date(bench.now.getTime() + 30 * 60_000);
    expect((await browser.choose(page, 'ada')).status).toBe(410);
    expect(browser.hasSession).toBe(false);
  });

  describe('by name identifier', () => {
    const policy = (format: string): { children: string } => ({
      children: `<samlp:NameIDPolicy Format="urn:oasis:names:tc:SAML:${format}" AllowCreate="true"/>`,
    });

    it('is persistent unless asked otherwise: the same each time, qualified, and not the username', async () => {
      const [first, second] = [await bench.signIn(), await bench.signIn()].map(
        (one) => assertionOf(one).Subject.NameID,
      );
      expect(first).toEqual(second);
      expect(first).toMatchObject({
        Format: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
        NameQualifier: `${bench.url}/metadata`,
        SPNameQualifier: rp.entityId,
      });
      expect(first?.text).not.toContain('ada');
    });

    it('is transient when asked: another each time', async () => {
      const ask = policy('2.0:nameid-format:transient');
      const answers = [await bench.signIn(undefined, 'ada', ask), await bench.signIn(undefined, 'ada', ask)];
      const [first, second] = answers.map((one) => assertionOf(one).Subject.NameID);
      expect(first?.Format).toBe('urn:oasis:names:tc:SAML:2.0:nameid-format:transient');
      expect(first?.text).not.toBe(second?.text);
    });

    it('is the mail address when asked, without qualifiers', async () => {
      const answer = await bench.signIn(undefined, 'ada', policy('1.1:nameid-format:emailAddress'));
      expect(assertionOf(answer).Subject.NameID).toEqual({
        Format: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
        text: 'ada.osei@example.edu',
      });
    });

    it('is the usual one for a request that does not mind', async () => {
      const answer = await bench.signIn(undefined, 'ada', policy('1.1:nameid-format:unspecified'));
      expect(assertionOf(answer).Subject.NameID.Format).toMatch(/persistent$/);
    });

    it('refuses a kind that it does not have', async () => {
      const answer = await bench.signIn(undefined, 'ada', policy('2.0:nameid-format:kerberos'));
      expect(statusCodes(answer.response)).toEqual(['Requester', 'InvalidNameIDPolicy']);
    });
  });

  describe('refuses, with a page and without a redirect,', () => {
    const refusal = async (ask: Parameters<typeof bench.ask>[1]): Promise<string> => {
      const { page } = await bench.ask(bench.browser(), ask);
      expect(page.status).toBe(400);
      return page.html;
    };

    it('an unknown service provider', async () => {
      const stranger = new RelyingParty('https://stranger.example.org');
      const { page } = await bench.ask(bench.browser(), {}, stranger);
      expect(page.status).toBe(400);
      expect(page.html).toContain('https://stranger.example.org/metadata is not in the settings');
    });

    it('an ACS that is not registered', async () => {
      const attributes = { AssertionConsumerServiceURL: 'https://evil.example/acs' };
      expect(await refusal({ attributes })).toContain('https://evil.example/acs is not an ACS of');
    });

    it('a request that was meant for another provider', async () => {
      expect(await refusal({ attributes: { Destination: 'https://idp.example/sso' } })).toContain(
        'https://idp.example',
      );
    });

    it('an answer by any binding but HTTP-POST', async () => {
      const attributes = { ProtocolBinding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact' };
      expect(await refusal({ attributes })).toContain('Not an AuthnRequest');
    });

    it('a document type declaration', async () => {
      const page = await bench.browser().post(`${bench.url}/sso`, {
        SAMLRequest: Buffer.from(`<!DOCTYPE a>${rp.authnRequest().xml}`).toString('base64'),
      });
      expect(page.status).toBe(400);
      expect(page.html).toContain('no document type declaration');
    });
  });
});
