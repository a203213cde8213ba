import { PublicUrlConfig } from '@ligature/web';
import { StoppedClock } from '@ligature/runtime/testing';
import { RefusedMessageError } from '../refused-message.error.ts';
import { SamlAuthConfig } from '../saml-auth.config.ts';
import { ServiceProvider } from '../service-provider.ts';
import {
  aConfirmation,
  anAnswer,
  anAssertion,
  anAuthentication,
  aNameId,
  IDP,
  NOW,
  posted,
} from '../testing/answer.builder.ts';
import { aProvider } from '../testing/provider.builder.ts';
import { SignOnMemory } from '../testing/sign-on-memory.ts';
import type { SignOnResult } from './sign-on-result.ts';
import { SignOn } from './sign-on.ts';
import type { Recipient } from '../service-providers.ts';

const REQUEST = { institutionId: 'institution-1', providerId: IDP, returnTo: '/connection' };

describe('a sign-in', () => {
  let signOn: SignOn;
  let here: Recipient;
  const arrived: SignOnResult[] = [];
  const letIn = (result: SignOnResult): Promise<void> => Promise.resolve(void arrived.push(result));
  const refused = (attempt: Promise<unknown>): Promise<unknown> =>
    attempt.then(
      () => undefined,
      (error: unknown) => (error instanceof RefusedMessageError ? error.reason : error),
    );

  /** Goes as far as the answer of the library, which is not part of this. */
  const comeBack = async (authentication = anAuthentication()) => {
    const { requestId, handle, secret } = await signOn.begin(REQUEST);
    const parts = {
      response: { InResponseTo: requestId },
      confirmation: aConfirmation({ InResponseTo: requestId }),
      nameId: aNameId('persistent', 'p-1'),
      authentication,
    };
    const returned = await signOn.receive(posted(anAnswer(parts)), { handle, secret }, here);
    return signOn.accept(returned, anAssertion(parts));
  };

  beforeEach(() => {
    arrived.length = 0;
    const self = new ServiceProvider(
      new PublicUrlConfig({ PORTAL_URL: new URL('https://orcid.example.edu') }),
      new SamlAuthConfig({ SAML_CLOCK_SKEW_SECONDS: 60 } as ConstructorParameters<typeof SamlAuthConfig>[0]),
    );
    const providers = {
      find: (_: string, entityId: string) => Promise.resolve(entityId === IDP ? aProvider() : undefined),
    };
    here = { institutionId: 'institution-1', self };
    signOn = new SignOn(providers, new SignOnMemory(), new StoppedClock(NOW));
  });

  it('asks under a name of its own, each time', async () => {
    const [one, other] = [await signOn.begin(REQUEST), await signOn.begin(REQUEST)];
    expect(one.requestId).toMatch(/^_[0-9a-f]{40}$/);
    expect(new Set([one.requestId, other.requestId, one.handle, other.handle, one.secret, other.secret]).size).toBe(6);
  });

  it('cannot be begun at a provider that the institution does not know', async () => {
    expect(await refused(signOn.begin({ ...REQUEST, providerId: 'https://elsewhere.invalid' }))).toBe(
      'unknown-provider',
    );
  });

  it('ends with a person, where to go on, and how the provider calls its session', async () => {
    await signOn.letIn(await comeBack(), letIn);
    expect(arrived).toEqual([
      {
        person: expect.objectContaining({ provider: IDP, identifier: 'u-1@example.edu' }) as object,
        institutionId: 'institution-1',
        returnTo: '/connection',
        providerSession: expect.objectContaining({
          provider: IDP,
          sessionIndex: 's-1',
          nameId: expect.objectContaining({ value: 'p-1' }) as object,
        }) as object,
      },
    ]);
  });

  it('says when the provider ends its session, the earliest time of several', async () => {
    const statements = ['2026-05-04T12:00:00Z', '2026-05-04T11:30:00.5Z'].map((SessionNotOnOrAfter) =>
      anAuthentication({ SessionNotOnOrAfter }),
    );
    const { result } = await comeBack(statements.join(''));
    expect(result.providerSession.endsAt).toBe('2026-05-04T11:30:00.500Z');
    expect((await comeBack()).result.providerSession.endsAt).toBeUndefined();
  });

  it('lets in once, however often it comes back', async () => {
    const accepted = await comeBack();
    const attempts = await Promise.all([1, 2, 3].map(() => refused(signOn.letIn(accepted, letIn))));
    expect(attempts.sort()).toEqual(['replayed', 'replayed', undefined]);
    expect(arrived).toHaveLength(1);
  });

  it('does not take an assertion that another sign-in has used', async () => {
    await signOn.letIn(await comeBack(), letIn);
    expect(await refused(signOn.letIn(await comeBack(), letIn))).toBe('replayed');
  });

  it('does not come back to a browser without the secret, or with another’s', async () => {
    const [one, other] = [await signOn.begin(REQUEST), await signOn.begin(REQUEST)];
    const message = posted(anAnswer({ response: { InResponseTo: one.requestId } }));
    for (const wrong of [
      { handle: one.handle, secret: undefined },
      { handle: one.handle, secret: other.secret },
      { handle: other.handle, secret: one.secret },
    ])
      expect(await refused(signOn.receive(message, wrong, here))).toBe('unknown-sign-in');
  });

  it('does not come back to the portal of another institution', async () => {
    const begun = await signOn.begin(REQUEST);
    const message = posted(anAnswer({ response: { InResponseTo: begun.requestId } }));
    const elsewhere = { ...here, institutionId: 'institution-2' };
    expect(await refused(signOn.receive(message, begun, elsewhere))).toBe('unknown-sign-in');
    expect(await refused(signOn.receive(message, begun, here))).toBeUndefined();
  });

  it('is refused when it answers what another browser asked', async () => {
    const [one, other] = [await signOn.begin(REQUEST), await signOn.begin(REQUEST)];
    const parts = {
      response: { InResponseTo: one.requestId },
      confirmation: aConfirmation({ InResponseTo: one.requestId }),
    };
    const returned = await signOn.receive(posted(anAnswer(parts)), other, here);
    expect(() => signOn.accept(returned, anAssertion(parts))).toThrow(new RefusedMessageError('in-response-to'));
  });
});
