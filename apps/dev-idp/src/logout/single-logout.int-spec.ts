import { assertionOf, Bench, keys, rpCredential } from '../testing/bench.ts';
import { type Browser, type Page } from '../testing/browser.ts';
import { endpoint, MetadataHost, metadataXml } from '../testing/metadata-host.ts';
import { receivedLogout, type ReceivedLogout } from '../testing/received-logout.ts';
import { asForm, asQuery, type Delivery, RelyingParty } from '../testing/relying-party.ts';

const bench = new Bench();
const { rp } = bench;
const second = new RelyingParty('https://second.example.org');

async function bring(
  browser: Browser,
  kind: 'SAMLRequest' | 'SAMLResponse',
  xml: string,
  how: Delivery & { binding?: 'post' } = {},
): Promise<Page> {
  return how.binding === 'post'
    ? browser.post(`${bench.url}/slo`, asForm(kind, xml, how))
    : browser.get(`${bench.url}/slo?${asQuery(kind, xml, how)}`);
}

async function isAskedAgain(browser: Browser): Promise<boolean> {
  return (await bench.ask(browser)).page.html.includes('choose who you are');
}

function read(page: Page): ReceivedLogout {
  return receivedLogout(page, keys.signing.certificate);
}

async function signedInAtBoth(browser: Browser): Promise<{ nameId: string; sessionIndex: string }> {
  const first = assertionOf(await bench.signIn(browser));
  await bench.ask(browser, {}, second);
  return { nameId: first.Subject.NameID.text, sessionIndex: first.AuthnStatement.SessionIndex };
}

describe('Signing out at a service provider', () => {
  let browser: Browser;

  beforeAll(() =>
    bench.start({
      serviceProviders: [rp.entry(rpCredential), second.entry(rpCredential)],
    }),
  );
  afterAll(() => bench.stop());
  beforeEach(async () => {
    await bench.admin('reset');
    browser = bench.browser();
  });

  it('ends the session here and is confirmed, signed, with the relay state', async () => {
    const { Subject, AuthnStatement } = assertionOf(await bench.signIn(browser));
    const { id, xml } = rp.logoutRequest(Subject.NameID.text, AuthnStatement.SessionIndex);
    expect(read(await bring(browser, 'SAMLRequest', xml, { relayState: 'a&b' }))).toMatchObject({
      deliveredTo: rp.sloUrl,
      relayState: 'a&b',
      LogoutResponse: {
        Destination: rp.sloUrl,
        Issuer: `${bench.url}/metadata`,
        InResponseTo: id,
        status: ['Success'],
      },
    });
    expect(browser.hasSession).toBe(false);
    expect(await isAskedAgain(browser)).toBe(true);
  });

  it('is propagated to the other service providers before it is confirmed', async () => {
    const { nameId, sessionIndex } = await signedInAtBoth(browser);
    const { id, xml } = rp.logoutRequest(nameId);
    const request = read(await bring(browser, 'SAMLRequest', xml, { relayState: 'back' }));
    expect(request).toMatchObject({
      deliveredTo: second.sloUrl,
      relayState: undefined,
      LogoutRequest: { Destination: second.sloUrl, SessionIndex: sessionIndex },
    });
    expect(request.LogoutRequest?.NameID).toMatchObject({ SPNameQualifier: second.entityId });
    expect(request.LogoutRequest?.NameID.text).not.toBe(nameId);

    const confirmation = second.logoutResponse(request.LogoutRequest!.ID);
    expect(read(await bring(browser, 'SAMLResponse', confirmation))).toMatchObject({
      deliveredTo: rp.sloUrl,
      relayState: 'back',
      LogoutResponse: { InResponseTo: id, status: ['Success'] },
    });
  });

  it('is confirmed as partial when another service provider does not manage', async () => {
    const { nameId } = await signedInAtBoth(browser);
    const request = read(await bring(browser, 'SAMLRequest', rp.logoutRequest(nameId).xml));
    const failure = second.logoutResponse(request.LogoutRequest!.ID, 'Responder');
    const { LogoutResponse: end } = read(await bring(browser, 'SAMLResponse', failure));
    expect(end?.status).toEqual(['Success', 'PartialLogout']);
  });

  it('leaves alone whoever is not meant, and is confirmed because nothing remains to be done', async () => {
    const { Subject } = assertionOf(await bench.signIn(browser));
    const nameId = Subject.NameID.text;
    for (const { xml } of [
      rp.logoutRequest('somebody else'),
      rp.logoutRequest(nameId, 'another session'),
      second.logoutRequest(nameId),
    ]) {
      expect(read(await bring(browser, 'SAMLRequest', xml)).LogoutResponse?.status).toEqual(['Success']);
    }
    expect(await isAskedAgain(browser)).toBe(false);
    expect(await bench.log()).toContainEqual(expect.objectContaining({ event: 'logout-asked', endedSessions: 0 }));
  });

  it('works in a browser that brings no cookie, since the request names the session', async () => {
    const { Subject, AuthnStatement } = assertionOf(await bench.signIn(browser));
    const { xml } = rp.logoutRequest(Subject.NameID.text, AuthnStatement.SessionIndex);
    await bring(bench.browser(), 'SAMLRequest', xml, { binding: 'post' });
    expect(await isAskedAgain(browser)).toBe(true);
  });

  it('refuses a confirmation that nobody waits for, or from somebody else', async () => {
    const { nameId } = await signedInAtBoth(browser);
    expect((await bring(browser, 'SAMLResponse', rp.logoutResponse('_never-asked'))).status).toBe(400);
    const request = read(await bring(browser, 'SAMLRequest', rp.logoutRequest(nameId).xml));
    const stolen = await bring(browser, 'SAMLResponse', rp.logoutResponse(request.LogoutRequest!.ID));
    expect(stolen.status).toBe(400);
    expect(stolen.html).toContain('Nothing was asked of');
  });

  it('refuses a message that is for another provider, or no logout message', async () => {
    const elsewhere = rp.logoutRequest('x').xml.replace('Version', 'Destination="https://idp.example/slo" Version');
    expect((await bring(browser, 'SAMLRequest', elsewhere)).html).toContain('https://idp.example/slo');
    expect((await bring(browser, 'SAMLRequest', rp.authnRequest().xml)).html).toContain('Not a LogoutRequest');
    expect((await bring(browser, 'SAMLResponse', rp.authnRequest().xml)).html).toContain('Not a LogoutResponse');
  });
});

describe('Signing out at the provider itself', () => {
  let browser: Browser;

  beforeAll(() => bench.start({ serviceProviders: [rp.entry(rpCredential), second.entry(rpCredential)] }));
  afterAll(() => bench.stop());
  beforeEach(() => {
    browser = bench.browser();
  });

  it('says who is signed in and where, and is propagated to all of them', async () => {
    await signedInAtBoth(browser);
    const home = await browser.get(`${bench.url}/`);
    for (const shown of ['You are signed in', 'Ada Osei', rp.entityId, second.entityId]) {
      expect(home.html).toContain(shown);
    }
    const toFirst = read(await browser.post(`${bench.url}${home.form.action}`, {}));
    expect(toFirst.deliveredTo).toBe(rp.sloUrl);
    const answer = rp.logoutResponse(toFirst.LogoutRequest!.ID);
    const toSecond = read(await bring(browser, 'SAMLResponse', answer));
    expect(toSecond.deliveredTo).toBe(second.sloUrl);
    const end = await bring(browser, 'SAMLResponse', second.logoutResponse(toSecond.LogoutRequest!.ID));
    expect(end.html).toContain('signed out here and at every service');
    expect((await browser.get(`${bench.url}/`)).html).toContain('Nobody is signed in');
  });

  it('is still propagated to those who learned of the session before the person had to authenticate again', async () => {
    const before = assertionOf(await bench.signIn(browser));
    const { page } = await bench.ask(browser, { attributes: { ForceAuthn: 'true' } }, second);
    await browser.choose(page, 'ada');
    const request = read(await browser.post(`${bench.url}/sign-out`, {}));
    expect(request.deliveredTo).toBe(rp.sloUrl);
    expect(request.LogoutRequest?.SessionIndex).toBe(before.AuthnStatement.SessionIndex);
  });

  it('has the same page as the start', async () => {
    expect((await browser.get(`${bench.url}/sign-out`)).html).toContain('Nobody is signed in');
  });

  it('is done at once for somebody who is not signed in', async () => {
    expect((await browser.post(`${bench.url}/sign-out`, {})).html).toContain('You are signed out');
  });
});

describe('A service provider that takes logout messages in its own way', () => {
  const host = new MetadataHost();
  const { entityId, acsUrl, sloUrl } = rp;
  const acs = endpoint('AssertionConsumerService', 'HTTP-POST', acsUrl);

  beforeAll(async () => {
    await host.start();
    await bench.start({ serviceProviders: [{ entityId, metadataUrl: host.url }] });
  });
  afterAll(async () => {
    await bench.stop();
    await host.stop();
  });

  it('is answered by POST, at the address for responses, when that is what it offers', async () => {
    const slo = endpoint('SingleLogoutService', 'HTTP-POST', sloUrl, `ResponseLocation="${sloUrl}/done"`);
    host.xml = metadataXml({ entityId, endpoints: slo + acs });
    const browser = bench.browser();
    const nameId = assertionOf(await bench.signIn(browser)).Subject.NameID.text;
    const { id, xml } = rp.logoutRequest(nameId);
    expect(read(await bring(browser, 'SAMLRequest', xml, { binding: 'post', relayState: 'r' }))).toMatchObject({
      deliveredTo: `${sloUrl}/done`,
      relayState: 'r',
      LogoutResponse: { Destination: `${sloUrl}/done`, InResponseTo: id, status: ['Success'] },
    });
  });

  it('is asked by redirect when it offers both', async () => {
    const slo = (['HTTP-POST', 'HTTP-Redirect'] as const).map((binding) =>
      endpoint('SingleLogoutService', binding, `${sloUrl}/${binding}`),
    );
    host.xml = metadataXml({ entityId, endpoints: slo.join('') + acs });
    const browser = bench.browser();
    await bench.signIn(browser);
    expect(read(await browser.post(`${bench.url}/sign-out`, {})).deliveredTo).toBe(`${sloUrl}/HTTP-Redirect`);
  });

  it('is passed over when it takes none, and the page says so', async () => {
    host.xml = metadataXml({ entityId, endpoints: acs });
    const browser = bench.browser();
    await bench.signIn(browser);
    expect((await browser.post(`${bench.url}/sign-out`, {})).html).toContain('Not every service confirmed');
  });

  it('cannot ask when there is no address for the answer', async () => {
    host.xml = metadataXml({ entityId, endpoints: acs });
    const page = await bring(bench.browser(), 'SAMLRequest', rp.logoutRequest('x').xml);
    expect(page.status).toBe(400);
    expect(page.html).toContain('has no address for the answer');
  });

  it.each(['redirect', 'post'] as const)('must sign by %s when it has a key', async (binding) => {
    host.xml = metadataXml({
      entityId,
      endpoints: endpoint('SingleLogoutService', 'HTTP-Redirect', sloUrl) + acs,
      keys: [{ use: 'signing', certificate: rpCredential.certificate }],
    });
    const browser = bench.browser();
    const nameId = assertionOf(await bench.signIn(browser)).Subject.NameID.text;
    const how = binding === 'post' ? { binding } : {};
    const unsigned = await bring(browser, 'SAMLRequest', rp.logoutRequest(nameId).xml, how);
    expect(unsigned.html).toContain('must sign this message');
    const forged = await bring(browser, 'SAMLRequest', rp.logoutRequest(nameId).xml, {
      ...how,
      signedWith: keys.other,
    });
    expect(forged.html).toContain('signature does not verify');
    expect(await isAskedAgain(browser)).toBe(false);

    const signed = await bring(browser, 'SAMLRequest', rp.logoutRequest(nameId).xml, {
      ...how,
      signedWith: rpCredential,
    });
    expect(read(signed).LogoutResponse?.status).toEqual(['Success']);
    expect(await isAskedAgain(browser)).toBe(true);
  });
});
