import { type AccessToken, type Scope, Secret } from '@ligature/orcid-model';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import { RateLimitedError } from '../errors/rate-limited.error.ts';
import { type CallOptions, Deadline, type Urgency } from '../pacing/deadline.ts';
import { ClientTokens } from './client-tokens.ts';

const HOUR = 3_600_000;
const credentials = { clientId: 'APP-1', clientSecret: new Secret('client-secret', 'hush') };
const deadline = (asked: CallOptions = {}) => new Deadline('/x', asked, { deadlineMs: 60_000, urgency: 'bulk' });
const revoked = new AccessRevokedError({ status: 401, reason: 'invalid_token', path: '/x' });

interface Use {
  readonly scope?: Scope;
  readonly who?: Deadline;
  readonly of?: ClientTokens;
}

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

  const use = <T>(
    call: (token: AccessToken) => Promise<T>,
    { scope = '/webhook', who = deadline(), of = tokens }: Use = {},
  ) => of.use(credentials, scope, who, call);
  const get = (given: Use = {}) => use((token) => Promise.resolve(token.reveal()), given);

  it('are asked for once for each scope, also by many at a time', async () => {
    await Promise.all([get(), get(), get({ scope: '/read-public' })]);
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
    const used = await use((token) => {
      seen.push(token.reveal());
      return seen.length === 1 ? Promise.reject(revoked) : Promise.resolve('done');
    });
    expect([used, seen]).toEqual(['done', ['/webhook 1', '/webhook 2']]);
  });

  it('say that ORCID cannot check tokens, not that somebody took a permission back, when a fresh one is refused too', async () => {
    const refused = use(() => Promise.reject(revoked));
    await expect(refused).rejects.toMatchObject({ code: 'orcid-unavailable', effect: 'none' });
  });

  it('are not renewed for any other failure', async () => {
    const failure = new Error('other');
    await expect(use(() => Promise.reject(failure))).rejects.toBe(failure);
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
    await expect(get({ of: shaky })).rejects.toThrow('down');
    isUp = true;
    expect(await get({ of: shaky })).toBe('t');
  });

  describe('when ORCID takes its time to give one', () => {
    let give: () => void;
    let urgencies: Urgency[];

    beforeEach(() => {
      urgencies = [];
      tokens = new ClientTokens(
        (_, _scope, urgency) => {
          urgencies.push(urgency);
          const made = { token: new Secret('access-token', 'late'), expiresAt: new Date(HOUR) };
          return new Promise((resolve) => (give = () => resolve(made)));
        },
        () => new Date(0),
      );
    });

    it('are waited for no longer than a caller waits, while the others go on waiting', async () => {
      const [leaving, reason] = [new AbortController(), new Error('enough')];
      const quitter = get({ who: deadline({ signal: leaving.signal }) });
      const stayer = get();
      leaving.abort(reason);
      await expect(quitter).rejects.toBe(reason);
      await expect(get({ who: deadline({ deadlineMs: 1 }) })).rejects.toBeInstanceOf(RateLimitedError);
      give();
      expect(await stayer).toBe('late');
      expect(urgencies).toHaveLength(1);
    });

    it('are asked for as urgently as the first caller waits', async () => {
      const first = get({ who: deadline({ urgency: 'person' }) });
      give();
      await first;
      expect(urgencies).toEqual(['person']);
    });
  });
});
