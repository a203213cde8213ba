import { Secret } from '@ligature/orcid-model';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import { ClientRefusedError } from '../errors/client-refused.error.ts';
import { ClientTokens } from './client-tokens.ts';

const HOUR = 3_600_000;
const credentials = { clientId: 'APP-1', clientSecret: new Secret('client-secret', 'hush') };
const revoked = new AccessRevokedError({ status: 401, reason: 'invalid_token', path: '/x' });

describe('the client’s own tokens', () => {
  let now: number;
  let issued: string[];
  let tokens: ClientTokens;

  beforeEach(() => {
    now = 0;
    issued = [];
    tokens = new ClientTokens(
      async (_, scope) => {
        await Promise.resolve();
        issued.push(scope);
        const token = new Secret('access-token', `${scope} ${issued.length}`);
        return { token, expiresAt: new Date(now + HOUR) };
      },
      () => new Date(now),
    );
  });

  const get = async (scope: '/webhook' | '/read-public' = '/webhook') =>
    (await tokens.get(credentials, scope)).reveal();

  it('are asked for once for each scope, also by many at a time', async () => {
    await Promise.all([get(), get(), get('/read-public')]);
    await get();
    expect(issued).toEqual(['/webhook', '/read-public']);
  });

  it('are renewed once when most of their life is over', async () => {
    await get();
    now = 0.95 * HOUR;
    expect(await Promise.all([get(), get()])).toEqual(['/webhook 2', '/webhook 2']);
  });

  it('are renewed when ORCID no longer accepts them, and the call is made again', async () => {
    await get();
    const seen: string[] = [];
    const used = await tokens.use(credentials, '/webhook', (token) => {
      seen.push(token.reveal());
      return seen.length === 1 ? Promise.reject(revoked) : Promise.resolve('done');
    });
    expect([used, seen]).toEqual(['done', ['/webhook 1', '/webhook 2']]);
  });

  it('say that the client is refused, not that somebody took a permission back, when a fresh one is refused too', async () => {
    await expect(tokens.use(credentials, '/webhook', () => Promise.reject(revoked))).rejects.toBeInstanceOf(
      ClientRefusedError,
    );
  });

  it('are not renewed for any other failure', async () => {
    const failure = new Error('other');
    await expect(tokens.use(credentials, '/webhook', () => Promise.reject(failure))).rejects.toBe(failure);
    await get();
    expect(issued).toHaveLength(1);
  });

  it('are asked for again after ORCID could not give one', async () => {
    let isUp = false;
    const shaky = new ClientTokens(
      () =>
        isUp
          ? Promise.resolve({ token: new Secret('access-token', 't'), expiresAt: new Date(HOUR) })
          : Promise.reject(new Error('down')),
      () => new Date(0),
    );
    await expect(shaky.get(credentials, '/webhook')).rejects.toThrow('down');
    isUp = true;
    expect((await shaky.get(credentials, '/webhook')).reveal()).toBe('t');
  });
});
