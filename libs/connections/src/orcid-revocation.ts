import { type OrcidGrant, TokenCalls } from '@ligature/orcid-client';
import { OrcidClientRepository, type RetiredToken } from '@ligature/persistence';
import { Injectable, Logger } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import type { Tenant } from './grants.ts';

/** Tells ORCID that a token has ended. */
@Injectable()
export class OrcidRevocation {
  private readonly logger = new Logger(OrcidRevocation.name);

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

  /** A grant that we failed to keep. It cannot be tried again later: then its owner alone can end it, at ORCID. */
  async revokeUnkept({ id, orcidEnvironment }: Tenant, { clientId, accessToken, orcid }: OrcidGrant): Promise<void> {
    try {
      const orcidClientId = await this.clients.idOf(id, clientId);
      await this.calls.revoke(await this.clients.credentialsOf(orcidClientId, orcidEnvironment), accessToken);
      this.logger.warn({ msg: 'A permission could not be kept, and was ended at ORCID.', orcid });
    } catch (error) {
      this.logger.error({
        msg: 'A permission could be neither kept nor ended at ORCID; its owner can end it there.',
        orcid,
        err: error,
      });
    }
  }
}
