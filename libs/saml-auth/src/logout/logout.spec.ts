import { sign, verify, X509Certificate } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { PublicUrlConfig } from '@ligature/web';
import { StoppedClock } from '@ligature/runtime/testing';
import type { Request } from 'express';
import { NS, SUCCESS } from '../checks/vocabulary.ts';
import type { Provider } from '../provider.ts';
import { RefusedMessageError } from '../refused-message.error.ts';
import { SamlAuthConfig } from '../saml-auth.config.ts';
import { ServiceProvider } from '../service-provider.ts';
import { aCredential, signed, type TestCredential } from '@ligature/saml-metadata/testing';
import { IDP } from '../testing/answer.builder.ts';
import { LogoutMemory } from '../testing/logout-memory.ts';
import { aProvider } from '../testing/provider.builder.ts';
import type { Recipient } from '../service-providers.ts';
import { logoutMessageOf } from './logout-message.ts';
import { Logout } from './logout.ts';
import { ProviderLogout } from './provider-logout.ts';
import { sessionSubject } from './provider-session.ts';

const HERE = 'https://orcid.example.edu/saml/logout';
const THERE = 'https://idp.example.edu/slo';
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const NAMESPACES = `xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}"`;
const SESSION = {
  institutionId: 'institution-1',
  provider: IDP,
  nameId: { value: 'p-1', format: 'urn:x', nameQualifier: undefined, spNameQualifier: undefined },
  sessionIndex: 's-1',
};
// The library asks the real clock whether a posted request is over, so all of this is now.
const NOW = new Date().toISOString();

const request = (changed: Readonly<Record<string, string>> = {}, inner = '<saml:NameID>p-1</saml:NameID>'): string => {
  const all = { ID: '_1', Version: '2.0', IssueInstant: NOW, Destination: HERE, ...changed };
  const own = Object.entries(all).map(([name, value]) => ` ${name}="${value}"`);
  return `<samlp:LogoutRequest ${NAMESPACES}${own.join('')}><saml:Issuer>${IDP}</saml:Issuer>${inner}</samlp:LogoutRequest>`;
};
const response = (inResponseTo: string, inner = ''): string =>
  `<samlp:LogoutResponse ${NAMESPACES} ID="_2" Version="2.0" IssueInstant="${NOW}" Destination="${HERE}" InResponseTo="${inResponseTo}"><saml:Issuer>${IDP}</saml:Issuer><samlp:Status><samlp:StatusCode Value="${SUCCESS}">${inner}</samlp:StatusCode></samlp:Status></samlp:LogoutResponse>`;

describe('a logout', () => {
  let provider: Provider;
  let theirs: TestCredential;
  let ours: TestCredential;
  let store: LogoutMemory;
  let logout: Logout;
  let here: Recipient;

  const inQuery = (field: string, xml: string, key = theirs): Request => {
    const octets = `${field}=${encodeURIComponent(deflateRawSync(xml).toString('base64'))}&SigAlg=${encodeURIComponent(RSA_SHA256)}`;
    const signature = sign('sha256', Buffer.from(octets), key.privateKey).toString('base64');
    return {
      method: 'GET',
      originalUrl: `/saml/logout?${octets}&Signature=${encodeURIComponent(signature)}`,
    } as Request;
  };
  const inForm = (field: string, xml: string): Request => {
    const body: unknown = { [field]: Buffer.from(xml).toString('base64') };
    return { method: 'POST', body, query: {} } as Request;
  };
  const signedXml = (xml: string, key = theirs): string => signed(xml, { privateKey: key.privateKey });
  const ask = (asked: Request) => logout.asked(logoutMessageOf(asked), here);
  const refused = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => undefined,
      (error: unknown) => (error instanceof RefusedMessageError ? error.reason : error),
    );

  beforeAll(async () => {
    [theirs, ours] = await Promise.all([aCredential(), aCredential()]);
  });

  beforeEach(() => {
    provider = aProvider({
      certificates: [theirs.certificate],
      singleLogout: [{ binding: 'redirect', url: THERE, responseUrl: `${THERE}/done` }],
    });
    const config = { SAML_CLOCK_SKEW_SECONDS: 60, SAML_KEY: ours.privateKey, SAML_CERTIFICATE: ours.certificatePem };
    const self = new ServiceProvider(
      new PublicUrlConfig({ PORTAL_URL: new URL('https://orcid.example.edu') }),
      new SamlAuthConfig(config as ConstructorParameters<typeof SamlAuthConfig>[0]),
    );
    const providers = {
      find: (_: string, entityId: string) => Promise.resolve(entityId === IDP ? provider : undefined),
    };
    store = new LogoutMemory();
    here = { institutionId: 'institution-1', self };
    logout = new Logout(providers, store, new ProviderLogout(), new StoppedClock(NOW));
  });

  describe('that a provider asks for', () => {
    it.each([
      ['an address', () => inQuery('SAMLRequest', request())],
      ['a form', () => inForm('SAMLRequest', signedXml(request()))],
    ])('by %s ends the person’s sessions and is answered', async (_, asking) => {
      const outcome = await ask(asking());
      expect(outcome).toMatchObject({ kind: 'asked', providerId: IDP });
      expect(store.ended).toEqual([{ subject: sessionSubject('institution-1', IDP, 'p-1'), sessionIndexes: [] }]);
      const answer = new URL((outcome as { answerUrl: string }).answerUrl);
      expect(answer.href.startsWith(`${THERE}/done?`)).toBe(true);
      const xml = inflateRawSync(Buffer.from(answer.searchParams.get('SAMLResponse') ?? '', 'base64')).toString();
      expect(xml).toContain('InResponseTo="_1"');
      expect(answer.searchParams.get('SigAlg')).toBe(RSA_SHA256);
    });

    it('may be for some of the sessions', async () => {
      const inner = '<saml:NameID>p-1</saml:NameID><samlp:SessionIndex>s-1</samlp:SessionIndex>';
      await ask(inQuery('SAMLRequest', request({}, inner)));
      expect(store.ended.map(({ sessionIndexes }) => sessionIndexes)).toEqual([['s-1']]);
    });

    it('is done once', async () => {
      await ask(inQuery('SAMLRequest', request()));
      expect(await refused(ask(inQuery('SAMLRequest', request())))).toBe('replayed');
      expect(store.ended).toHaveLength(1);
    });

    it.each<[string, () => Request, string]>([
      ['it is signed by another', () => inQuery('SAMLRequest', request(), ours), 'wrong-signature'],
      ['its form is signed by another', () => inForm('SAMLRequest', signedXml(request(), ours)), 'wrong-signature'],
      ['its form is not signed', () => inForm('SAMLRequest', request()), 'not-signed-enough'],
      [
        'its form was changed',
        () => inForm('SAMLRequest', signedXml(request()).replace('p-1', 'p-2')),
        'wrong-signature',
      ],
      ['it is for another', () => inQuery('SAMLRequest', request({ Destination: THERE })), 'destination'],
      ['it is old', () => inQuery('SAMLRequest', request({ IssueInstant: '2020-01-01T00:00:00Z' })), 'expired'],
      ['it is over', () => inQuery('SAMLRequest', request({ NotOnOrAfter: '2020-01-01T00:00:00Z' })), 'expired'],
      ['it is of another version', () => inQuery('SAMLRequest', request({ Version: '1.1' })), 'version'],
      ['it is about nobody', () => inQuery('SAMLRequest', request({}, '')), 'no-identifier'],
      [
        'the name in it is encrypted, as LemonLDAP::NG can',
        () => inQuery('SAMLRequest', request({}, '<saml:EncryptedID/>')),
        'encrypted-identifier',
      ],
      ['it is by nobody we know', () => inQuery('SAMLRequest', request().replace(IDP, 'urn:x')), 'unknown-provider'],
      ['it is an answer', () => inQuery('SAMLRequest', response('_1')), 'unexpected-message'],
    ])('is refused when %s', async (_, asking, reason) => {
      expect(await refused(ask(asking()))).toBe(reason);
      expect(store.ended).toEqual([]);
    });
  });

  describe('of ours', () => {
    const begin = async () => {
      const begun = await logout.begin(SESSION, here);
      if (begun === undefined) throw new Error('The provider takes no sign-out.');
      const { searchParams, origin, pathname } = new URL(begun.url);
      const xml = inflateRawSync(Buffer.from(searchParams.get('SAMLRequest') ?? '', 'base64')).toString();
      return { ...begun, xml, searchParams, address: origin + pathname, id: / ID="([^"]*)"/.exec(xml)?.[1] ?? '' };
    };

    it('tells the provider who and which session, signed', async () => {
      const { xml, address, searchParams, handle, url } = await begin();
      expect(address).toBe(THERE);
      expect(xml).toContain('>p-1</saml:NameID>');
      expect(xml).toContain('>s-1</saml2p:SessionIndex>');
      expect(searchParams.get('RelayState')).toBe(handle);
      const octets = new URL(url).search.slice(1).replace(/&Signature=.*/, '');
      const value = Buffer.from(searchParams.get('Signature') ?? '', 'base64');
      const { publicKey } = new X509Certificate(ours.certificatePem);
      expect(verify('sha256', Buffer.from(octets), publicKey, value)).toBe(true);
    });

    it.each([
      ['offers no single logout', { singleLogout: [] }, SESSION],
      [
        'takes it only by form',
        { singleLogout: [{ binding: 'post' as const, url: THERE, responseUrl: THERE }] },
        SESSION,
      ],
      ['has no name for the person', {}, { ...SESSION, nameId: undefined }],
      ['is not known any more', {}, { ...SESSION, provider: 'urn:gone' }],
    ])('is not sent to a provider that %s', async (_, changed, session) => {
      provider = { ...provider, ...changed };
      expect(await logout.begin(session, here)).toBeUndefined();
    });

    it('is over everywhere when the provider says so, and not surely when it does not', async () => {
      const partial = '<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:PartialLogout"/>';
      for (const [inner, isEverywhere] of [
        ['', true],
        [partial, false],
      ] as const) {
        const { id, handle, secret } = await begin();
        const message = logoutMessageOf(inQuery('SAMLResponse', response(id, inner)));
        expect(await logout.answered(message, { handle, secret }, here)).toEqual({
          kind: 'answered',
          providerId: IDP,
          isEverywhere,
        });
      }
    });

    it('is answered in a form too', async () => {
      const { id, handle, secret } = await begin();
      const message = logoutMessageOf(inForm('SAMLResponse', signedXml(response(id))));
      expect(await logout.answered(message, { handle, secret }, here)).toMatchObject({ isEverywhere: true });
    });

    it('is nothing that another institution’s portal knows of', async () => {
      const elsewhere = { ...here, institutionId: 'institution-2' };
      expect(await logout.begin(SESSION, elsewhere)).toBeUndefined();
      const begun = await begin();
      const message = logoutMessageOf(inQuery('SAMLResponse', response(begun.id)));
      expect(await refused(logout.answered(message, begun, elsewhere))).toBe('unknown-sign-in');
      expect(await logout.answered(message, begun, here)).toMatchObject({ isEverywhere: true });
    });

    it('takes no answer to another, from another browser, twice, or unsigned', async () => {
      const { id, handle, secret } = await begin();
      const answer = (to: string) => logoutMessageOf(inQuery('SAMLResponse', response(to)));
      expect(await refused(logout.answered(answer(id), { handle, secret: undefined }, here))).toBe('unknown-sign-in');
      expect(await refused(logout.answered(answer(id), { handle, secret: 'another' }, here))).toBe('unknown-sign-in');
      expect(await refused(logout.answered(answer('_other'), { handle, secret }, here))).toBe('in-response-to');
      expect(await refused(logout.answered(answer(id), { handle, secret }, here))).toBe('unknown-sign-in');
      const other = await begin();
      const unsigned = logoutMessageOf(inForm('SAMLResponse', response(other.id)));
      expect(await refused(logout.answered(unsigned, other, here))).toBe('not-signed-enough');
    });
  });
});
