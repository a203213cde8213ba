import type { AccessToken, RefreshToken } from '@ligature/orcid-model';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';
import { readJson } from '../http/body.ts';
import { toError } from '../http/to-error.ts';
import { type OrcidResponse, Transport } from '../http/transport.ts';
import { OrcidClientConfig } from '../orcid-client.config.ts';
import type { ClientCredentials, OrcidGrant } from '../orcid-grant.ts';
import { readGrant } from '../wire/token.wire.ts';

/** ORCID's token endpoint. Nothing here is ever sent twice by itself. */
@Injectable()
export class TokenCalls {
  constructor(
    private readonly transport: Transport,
    private readonly config: OrcidClientConfig,
    private readonly clock: Clock,
  ) {}

  /**
   * Exchanges an authorization code, once: a code that is presented twice makes ORCID revoke what the first one gave
   * (ORCID API news, November 2017), so not even a lost answer is a reason to try again.
   * @throws CodeRefusedError, ClientRefusedError, OrcidUnavailableError
   */
  async exchange(credentials: ClientCredentials, given: { code: string; redirectUri: string }): Promise<OrcidGrant> {
    const form = { grant_type: 'authorization_code', code: given.code, redirect_uri: given.redirectUri };
    const response = await this.post('/oauth/token', credentials, form);
    if (response.status !== 200) throw toError(response);
    return this.readGrant(response);
  }

  /** Ends a token and its twin (access and refresh token fall together). Unknown tokens are ended already: ORCID says 200. */
  async revoke(credentials: ClientCredentials, token: AccessToken | RefreshToken): Promise<void> {
    const response = await this.post('/oauth/revoke', credentials, { token: token.reveal() });
    if (response.status !== 200) throw toError(response);
  }

  private readGrant(response: OrcidResponse): OrcidGrant {
    try {
      return readGrant(readJson(response), this.clock.now());
    } catch {
      throw toError({ ...response, text: '' });
    }
  }

  private post(
    path: string,
    { clientId, clientSecret }: ClientCredentials,
    form: Record<string, string>,
  ): Promise<OrcidResponse> {
    const body = new URLSearchParams({ client_id: clientId, client_secret: clientSecret.reveal(), ...form }).toString();
    const headers = { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' };
    return this.transport.send({ method: 'POST', url: this.config.site + path, headers, body });
  }
}
