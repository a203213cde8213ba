import type { AccessToken, Scope } from '@ligature/orcid-model';
import { AccessRevokedError } from '../errors/access-revoked.error.ts';
import { OrcidUnavailableError } from '../errors/orcid-unavailable.error.ts';
import type { ClientCredentials, ClientToken } from '../orcid-grant.ts';
import { orAborted } from '../pacing/or-aborted.ts';
import type { Deadline, Urgency } from '../pacing/deadline.ts';

/** A token is renewed when so much of its life is over (our choice; ORCID's live for twenty years). */
const RENEW_AFTER = 0.9;

interface KeptToken {
  readonly token: AccessToken;
  readonly renewAt: number;
}

/** The client's own tokens: asked for once for each scope, kept, and renewed when they end. */
export class ClientTokens {
  private readonly kept = new Map<string, Promise<KeptToken>>();

  constructor(
    private readonly issue: (credentials: ClientCredentials, scope: Scope, urgency: Urgency) => Promise<ClientToken>,
    private readonly now: () => Date,
  ) {}

  /**
   * Uses the client's token, once more with a fresh one when ORCID no longer accepts it.
   * @throws ClientRefusedError when ORCID gives the client no token
   * @throws OrcidUnavailableError when it does not accept the token that it has just given: it cannot check tokens
   */
  async use<T>(
    credentials: ClientCredentials,
    scope: Scope,
    deadline: Deadline,
    call: (token: AccessToken) => Promise<T>,
  ): Promise<T> {
    const pending = this.kept.get(keyOf(credentials, scope));
    const attempt = async (): Promise<T> => call(await this.get(credentials, scope, deadline));
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof AccessRevokedError)) throw error;
      this.forget(keyOf(credentials, scope), pending);
      return attempt().catch(asOutage);
    }
  }

  /** Whoever asks at the same time waits for the same token, each as long as they will. */
  private async get(credentials: ClientCredentials, scope: Scope, deadline: Deadline): Promise<AccessToken> {
    const key = keyOf(credentials, scope);
    const pending = this.kept.get(key) ?? this.renew(key, credentials, scope, deadline.urgency);
    const { token, renewAt } = await deadline.until((signal) => orAborted(pending, signal));
    if (this.now().getTime() < renewAt) return token;
    this.forget(key, pending);
    return this.get(credentials, scope, deadline);
  }

  /** A failure is not kept. */
  private renew(key: string, credentials: ClientCredentials, scope: Scope, urgency: Urgency): Promise<KeptToken> {
    const askedAt = this.now().getTime();
    const fresh = this.issue(credentials, scope, urgency).then(({ token, expiresAt }) => ({
      token,
      renewAt: askedAt + (expiresAt.getTime() - askedAt) * RENEW_AFTER,
    }));
    this.kept.set(key, fresh);
    fresh.catch(() => {
      this.forget(key, fresh);
    });
    return fresh;
  }

  /** Somebody else may have renewed it already. */
  private forget(key: string, used: Promise<KeptToken> | undefined): void {
    if (this.kept.get(key) === used) this.kept.delete(key);
  }
}

function keyOf({ clientId }: ClientCredentials, scope: Scope): string {
  return `${clientId} ${scope}`;
}

function asOutage(error: unknown): never {
  throw error instanceof AccessRevokedError ? new OrcidUnavailableError(error.answer, 'none') : error;
}
