import * as openid from 'openid-client';
import OAuth2Strategy from 'passport-oauth2';
import { Browser } from '../../testing/browser.ts';
import { at, send } from '../../testing/http-client.ts';
import { CALLBACK, PUBLIC_CLIENT, Running, UNIVERSITY } from '../../testing/running.ts';

const SITE = 'https://sandbox.orcid.org';
const NAMES = { site: SITE, api: 'https://api.sandbox.orcid.org', pub: 'https://pub.sandbox.orcid.org' };

let orcid: Running;
let address: string;
let josiah: string;
beforeAll(async () => {
  orcid = await Running.start({ baseUrls: NAMES });
  address = `http://127.0.0.1:${orcid.simulator.port}`;
  josiah = String(at((await send(`${address}/__admin/record/connects`)).json, 'orcid'));
});
afterAll(() => orcid.stop());

/** Where ORCID's name leads here, as a name server and a proxy would see to it. */
const led = (url: string): string => url.replace(SITE, address);

/** What a person's browser is sent back with, after it was sent to `url` and the person agreed. */
async function agreed(url: string): Promise<URL> {
  const browser = new Browser(address);
  await browser.open(led(url));
  await browser.press('Josiah S. Carberry');
  const reply = await browser.press('Authorize access');
  return new URL(reply.headers.get('location') ?? '');
}

describe('programs that know nothing of this one, when ORCID’s name leads here', () => {
  const discover = async ({ id, secret }: typeof UNIVERSITY) => {
    const customFetch: openid.CustomFetch = (url, options) => fetch(led(url), options as RequestInit);
    return openid.discovery(new URL(SITE), id, secret, undefined, { [openid.customFetch]: customFetch });
  };
  const authorization = () => ({
    redirect_uri: CALLBACK,
    scope: 'openid',
    state: openid.randomState(),
    nonce: openid.randomNonce(),
  });

  it('sign people in: openid-client, a certified relying party of OpenID Connect', async () => {
    const provider = await discover(UNIVERSITY);
    const { state, nonce, ...rest } = authorization();
    const back = await agreed(openid.buildAuthorizationUrl(provider, { ...rest, state, nonce }).href);
    const tokens = await openid.authorizationCodeGrant(provider, back, { expectedState: state, expectedNonce: nonce });
    expect(tokens.claims()).toMatchObject({ sub: josiah, iss: SITE, given_name: 'Josiah' });
    expect(await openid.fetchUserInfo(provider, tokens.access_token, josiah)).toMatchObject({
      family_name: 'Carberry',
    });
    const renewed = await openid.refreshTokenGrant(provider, tokens.refresh_token ?? '');
    expect(renewed['orcid']).toBe(josiah);
  });

  it('learn who somebody is without a code: openid-client in the implicit flow', async () => {
    const provider = await discover(PUBLIC_CLIENT);
    openid.useIdTokenResponseType(provider);
    const { state, nonce, ...rest } = authorization();
    const back = await agreed(openid.buildAuthorizationUrl(provider, { ...rest, state, nonce }).href);
    const claims = await openid.implicitAuthentication(provider, back, nonce, { expectedState: state });
    expect(claims.sub).toBe(josiah);
  });

  it('connect people: passport-oauth2, which is under the strategies of passport', async () => {
    const strategy = new OAuth2Strategy(
      {
        authorizationURL: `${SITE}/oauth/authorize`,
        tokenURL: `${address}/oauth/token`,
        clientID: UNIVERSITY.id,
        clientSecret: UNIVERSITY.secret,
        callbackURL: CALLBACK,
        scope: ['/person/update'],
      },
      (_access: string, _refresh: string, results: object, _profile: unknown, done: OAuth2Strategy.VerifyCallback) => {
        done(null, results);
      },
    );
    const ask = (query: object) => strategy.authenticate({ query } as Parameters<OAuth2Strategy['authenticate']>[0]);
    const url = await new Promise<string>((resolve) => {
      strategy.redirect = resolve;
      ask({});
    });
    const back = await agreed(url);
    const result = await new Promise((resolve) => {
      Object.assign(strategy, { success: resolve, error: resolve });
      ask(Object.fromEntries(back.searchParams));
    });
    expect(result).toMatchObject({ orcid: josiah, scope: '/person/update' });
  });
});
