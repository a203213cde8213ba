import type { AccessToken, RefreshToken, Scope } from '@ligature/orcid-model';
import { readJson, unreadable } from '../http/body.ts';
import type { HttpClient } from '../http/http-client.ts';
import type { OrcidResponse } from '../http/transport.ts';
import type { ClientNotes } from '../client-notes.ts';
import { ClientRefusedError } from '../errors/client-refused.error.ts';
import { UnreadableGrantError } from '../errors/unreadable-grant.error.ts';
import type { ClientCredentials, ClientToken, OrcidGrant } from '../orcid-grant.ts';
import type { CallOptions, Urgency } from '../pacing/deadline.ts';
import { readClientToken, readGrant, tokenIn } from '../wire/token.wire.ts';
import { ClientTokens } from './client-tokens.ts';

/** What a person is asked for. */
export interface AuthorizationRequest {
  /** One of those registered at ORCID, where the browser comes back to. */
  readonly redirectUri: string;
  readonly scopes: readonly Scope[];
  /** Comes back unchanged: only the browser that was given it may bring it. */
  readonly state: string;
  /** Fills ORCID's forms and chooses its language; nothing of it comes back. */
  readonly prefill?: Readonly<Partial<Record<'lang' | 'email' | 'given_names' | 'family_names', string>>>;
}

/** ORCID's token endpoint. Nothing here is ever sent twice by itself. */
export class TokenCalls {
  private readonly clientTokens: ClientTokens;

  constructor(
    private readonly http: HttpClient,
    private readonly site: string,
    private readonly now: () => Date,
    private readonly notes?: ClientNotes,
  ) {
    const issue = (credentials: ClientCredentials, scope: Scope, urgency: Urgency): Promise<ClientToken> =>
      this.ask(credentials, { grant_type: 'client_credentials', scope }, readClientToken, { urgency });
    this.clientTokens = new ClientTokens(issue, now);
  }

  /** Where to send a person's browser, for a page of ORCID's where they sign in and permit or deny. */
  authorizationUrl({ clientId }: Pick<ClientCredentials, 'clientId'>, wanted: AuthorizationRequest): string {
    const { redirectUri, scopes, state, prefill } = wanted;
    const required = { client_id: clientId, response_type: 'code', redirect_uri: redirectUri, state };
    const query = new URLSearchParams({ ...prefill, ...required, scope: scopes.join(' ') });
    return `${this.site}/oauth/authorize?${query.toString()}`;
  }

  /**
   * Exchanges an authorization code, once: a code that is presented twice makes ORCID revoke what the first one gave
   * (ORCID API news, November 2017), so not even a lost answer is a reason to try again. A person is waiting.
   * @throws CodeRefusedError, ClientRefusedError, OrcidUnavailableError, UnreadableGrantError
   */
  exchange(
    credentials: ClientCredentials,
    given: { readonly code: string; readonly redirectUri: string },
    options?: CallOptions,
  ): Promise<OrcidGrant> {
    const form = { grant_type: 'authorization_code', code: given.code, redirect_uri: given.redirectUri };
    return this.ask(credentials, form, readGrant, { urgency: 'person', ...options });
  }

  /**
   * Gives a new pair of tokens, with fewer scopes if asked so. The old pair lives on: keep the new one, then revoke it.
   * @throws CodeRefusedError when the refresh token has ended
   */
  refresh(
    credentials: ClientCredentials,
    token: RefreshToken,
    scopes?: readonly Scope[],
    options?: CallOptions,
  ): Promise<OrcidGrant> {
    const form = { grant_type: 'refresh_token', refresh_token: token.reveal() };
    return this.ask(credentials, { ...form, ...(scopes && { scope: scopes.join(' ') }) }, readGrant, options);
  }

  /** Ends a token and its twin (access and refresh token fall together). Unknown tokens are ended already: ORCID says 200. */
  async revoke(
    credentials: ClientCredentials,
    token: AccessToken | RefreshToken,
    options?: CallOptions,
  ): Promise<void> {
    await this.post('/oauth/revoke', credentials, { token: token.reveal() }, () => undefined, options);
  }

  /** Our own token for a scope that needs nobody's permission: asked for once, kept, and renewed when it ends. */
  forClient(credentials: ClientCredentials, scope: Scope, options?: CallOptions): Promise<AccessToken> {
    return this.asClient(credentials, scope, (token) => Promise.resolve(token), options);
  }

  /**
   * Uses our own token, with a fresh one when ORCID no longer accepts it.
   * @param call is given what `options` have left after the wait for the token
   * @throws ClientRefusedError when ORCID gives the client no token
   * @throws OrcidUnavailableError when ORCID does not accept the token that it has just given
   */
  async asClient<T>(
    credentials: ClientCredentials,
    scope: Scope,
    call: (token: AccessToken, options: CallOptions) => Promise<T>,
    options?: CallOptions,
  ): Promise<T> {
    const deadline = this.http.deadlineFor('/oauth/token', options);
    const withRest = (token: AccessToken): Promise<T> => call(token, { ...options, deadlineMs: deadline.leftMs });
    try {
      return await this.clientTokens.use(credentials, scope, deadline, withRest);
    } finally {
      deadline.end();
    }
  }

  /**
   * Whether ORCID accepts these credentials, which need not be those in use: its answer is not noted and its token not kept.
   * @throws when ORCID does not answer, or says something else
   */
  async accepts(credentials: ClientCredentials, options?: CallOptions): Promise<boolean> {
    try {
      const form = { grant_type: 'client_credentials', scope: '/read-public' };
      await this.send('/oauth/token', credentials, form, () => undefined, options);
      return true;
    } catch (error) {
      if (isUnknownClient(error)) return false;
      throw error;
    }
  }

  private ask<T>(
    credentials: ClientCredentials,
    form: Readonly<Record<string, string>>,
    read: (json: unknown, now: Date, clientId: string) => T,
    options?: CallOptions,
  ): Promise<T> {
    const readAnswer = (response: OrcidResponse): T => {
      const json = readJson(response);
      try {
        return read(json, this.now(), credentials.clientId);
      } catch {
        const token = form['grant_type'] === 'client_credentials' ? undefined : tokenIn(json);
        throw token === undefined ? unreadable(response) : new UnreadableGrantError(credentials.clientId, token);
      }
    };
    return this.post('/oauth/token', credentials, form, readAnswer, options);
  }

  /** Notes what the answer says of the client. */
  private async post<T>(
    path: string,
    credentials: ClientCredentials,
    form: Readonly<Record<string, string>>,
    read: (response: OrcidResponse) => T,
    options?: CallOptions,
  ): Promise<T> {
    const { clientId } = credentials;
    try {
      const result = await this.send(path, credentials, form, read, options);
      await this.notes?.accepted(clientId).catch(() => undefined);
      return result;
    } catch (error) {
      if (isUnknownClient(error)) await this.notes?.refused(clientId).catch(() => undefined);
      throw error;
    }
  }

  private send<T>(
    path: string,
    { clientId, clientSecret }: ClientCredentials,
    form: Readonly<Record<string, string>>,
    read: (response: OrcidResponse) => T,
    options?: CallOptions,
  ): Promise<T> {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret.reveal(), ...form }).toString();
    const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
    const request = { method: 'POST', url: this.site + path, path, headers, body } as const;
    return this.http.run({ request, read, isRepeatable: false }, options);
  }
}

/** RFC 6749 section 5.2; ORCID answers 401 `invalid_client` to an unknown client and to a wrong secret. */
function isUnknownClient(error: unknown): boolean {
  return error instanceof ClientRefusedError && error.answer.reason === 'invalid_client';
}
