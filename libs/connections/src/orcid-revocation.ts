import { TokenCalls } from '@ligature/orcid-client';
import { OrcidClientRepository, type RetiredToken } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';

/** Tells ORCID that a token has ended. */
@Injectable()
export class OrcidRevocation {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly tokens: ConnectionTokens,
    private readonly calls: TokenCalls,
  ) {}

  /** With the credentials of the client it was granted to: another client's revocation answers 200 and does nothing. */
  async revoke(token: RetiredToken): Promise<void> {
    const credentials = await this.clients.credentialsOf(token.orcidClientId, token.environment);
    await this.calls.revoke(credentials, await this.tokens.openRetired(token));
  }
}
