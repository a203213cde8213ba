import { type Credential, newCredential } from '../keys/credential.ts';
import { Bench, rpCredential } from '../testing/bench.ts';
import { decryptedAssertion } from '../testing/decryption.ts';
import { endpoint, metadataXml, MetadataHost } from '../testing/metadata-host.ts';
import { readAssertion } from '../testing/received-answer.ts';
import { asForm, asQuery, type Delivery } from '../testing/relying-party.ts';

describe('A service provider known by the address of its metadata', () => {
  const bench = new Bench();
  const host = new MetadataHost();
  const { entityId, acsUrl } = bench.rp;
  const acs = endpoint('AssertionConsumerService', 'HTTP-POST', acsUrl, 'index="0"');
  const other = endpoint('AssertionConsumerService', 'HTTP-POST', `${acsUrl}/other`, 'index="7" isDefault="true"');
  let second: Credential;

  beforeAll(async () => {
    second = await newCredential('the next key', new Date());
    await host.start();
  });
  beforeEach(async () => {
    host.xml = undefined;
    await bench.start({ serviceProviders: [{ entityId, metadataUrl: host.url }] });
  });
  afterEach(() => bench.stop());
  afterAll(() => host.stop());

  async function statusOf(delivery: Delivery & { binding?: 'redirect' | 'post' } = {}): Promise<number> {
    return (await bench.ask(bench.browser(), delivery)).page.status;
  }

  it('is asked for it at each sign-in until it can be reached, and remembered while it cannot', async () => {
    expect(await statusOf()).toBe(502);
    host.xml = metadataXml({ entityId, endpoints: acs });
    expect(await statusOf()).toBe(200);
    host.xml = undefined;
    expect(await statusOf()).toBe(200);
  });

  it('is believed when it changes', async () => {
    host.xml = metadataXml({ entityId, endpoints: acs });
    await bench.signIn();
    host.xml = metadataXml({ entityId, endpoints: other });
    expect((await bench.signIn()).form.action).toBe(`${acsUrl}/other`);
  });

  it.each([
    [
      'another entity',
      metadataXml({ entityId: 'https://other.example', endpoints: acs }),
      'it describes https://other',
    ],
    ['no ACS for HTTP-POST', metadataXml({ entityId, endpoints: acs.replace('HTTP-POST', 'PAOS') }), 'HTTP-POST'],
    ['something else', '<html></html>', 'cannot be used'],
    ['no XML', 'moved', 'cannot be used'],
  ])('is refused with the reason when its metadata is of %s', async (_fault, xml, reason) => {
    host.xml = xml;
    const { page } = await bench.ask(bench.browser());
    expect(page.status).toBe(502);
    expect(page.html).toContain(reason);
  });

  it('is answered at its default ACS, or at the one the request names by address or index', async () => {
    host.xml = metadataXml({ entityId, endpoints: acs + other });
    const actionFor = async (attributes: Record<string, string>): Promise<string> =>
      (await bench.signIn(undefined, 'ada', { attributes })).form.action;
    expect(await actionFor({})).toBe(`${acsUrl}/other`);
    expect(await actionFor({ AssertionConsumerServiceURL: acsUrl })).toBe(acsUrl);
    expect(await actionFor({ AssertionConsumerServiceIndex: '0' })).toBe(acsUrl);
    expect((await bench.ask(bench.browser(), { attributes: { AssertionConsumerServiceIndex: '1' } })).page.status).toBe(
      400,
    );
  });

  it('gets answers encrypted with its encryption key, not with its signing key', async () => {
    host.xml = metadataXml({
      entityId,
      endpoints: acs,
      keys: [
        { use: 'signing', certificate: second.certificate },
        { use: 'encryption', certificate: rpCredential.certificate },
      ],
    });
    await bench.admin('next', { switch: 'encrypted' });
    const { xml } = await bench.signIn();
    expect(readAssertion(decryptedAssertion(xml, rpCredential)).Version).toBe('2.0');
  });

  describe.each(['redirect', 'post'] as const)('that signs its requests by %s', (binding) => {
    const publish = (signsRequests: boolean, ...credentials: Credential[]): void => {
      const keys = credentials.map(({ certificate }) => ({ certificate }));
      host.xml = metadataXml({ entityId, endpoints: acs, keys, signsRequests });
    };

    it('is trusted with any of its keys, also while it changes them', async () => {
      publish(true, second, rpCredential);
      expect(await statusOf({ binding, relayState: 'x y', signedWith: rpCredential })).toBe(200);
      expect(await statusOf({ binding, signedWith: second })).toBe(200);
    });

    it('is not trusted with a key that it does not publish, whether it must sign or merely did', async () => {
      publish(true, second);
      expect(await statusOf({ binding, signedWith: rpCredential })).toBe(400);
      publish(false, second);
      expect(await statusOf({ binding, signedWith: rpCredential })).toBe(400);
    });

    it('must sign when its metadata says that it does, and need not when not', async () => {
      publish(true, second);
      expect(await statusOf({ binding })).toBe(400);
      publish(false, second);
      expect(await statusOf({ binding })).toBe(200);
    });

    it('may sign though we know no key of it', async () => {
      publish(false);
      expect(await statusOf({ binding, signedWith: second })).toBe(200);
    });
  });

  it('must sign the message itself, not something that it carries', async () => {
    host.xml = metadataXml({
      entityId,
      endpoints: acs,
      keys: [{ certificate: second.certificate }],
      signsRequests: true,
    });
    const { id, xml } = bench.rp.authnRequest();
    const { SAMLRequest = '' } = asForm('SAMLRequest', xml, { signedWith: second });
    const signed = Buffer.from(SAMLRequest, 'base64').toString('utf8');
    const forged = signed.replaceAll(id, '_genuine').replace('ID="_genuine"', 'ID="_forged"');
    const form = { SAMLRequest: Buffer.from(forged).toString('base64') };
    const page = await bench.browser().post(`${bench.url}/sso`, form);
    expect(page.status).toBe(400);
    expect(page.html).toContain('signature is not over the message');
  });

  it('may not sign with SHA-1', async () => {
    host.xml = metadataXml({ entityId, endpoints: acs, keys: [{ certificate: second.certificate }] });
    const { page } = await bench.ask(bench.browser(), { signedWith: second, algorithm: 'sha1' });
    expect(page.status).toBe(400);
    expect(page.html).toContain('rsa-sha1 are not accepted');
  });

  it('cannot have a signed parameter changed or doubled on the way', async () => {
    host.xml = metadataXml({
      entityId,
      endpoints: acs,
      keys: [{ certificate: second.certificate }],
      signsRequests: true,
    });
    const { xml } = bench.rp.authnRequest();
    const query = asQuery('SAMLRequest', xml, { relayState: 'mine', signedWith: second });
    const statusFor = async (sent: string): Promise<number> =>
      (await bench.browser().get(`${bench.url}/sso?${sent}`)).status;
    expect(await statusFor(query)).toBe(200);
    expect(await statusFor(query.replace('RelayState=mine', 'RelayState=yours'))).toBe(400);
    expect(await statusFor(`${query}&RelayState=yours`)).toBe(400);
    expect(await statusFor(query.replace(/&SigAlg=.*/, ''))).toBe(400);
  });
});
