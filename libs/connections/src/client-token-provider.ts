import { type CallOptions, type RecordAccess, TokenCalls } from '@ligature/orcid-client';
import { type Connection, OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/**
 * Lends out the own token of the client that a connection was granted to. Whatever became of the person's permission, it
 * reads what is public, and what that client wrote, whoever may see it otherwise (orcid-api 7.2; `checkAndFilter` in
 * OrcidSecurityManagerImpl asks for the source before it asks for the visibility).
 */
@Injectable()
export class ClientTokenProvider {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly calls: TokenCalls,
  ) {}

  /** @throws ClientRefusedError when ORCID gives this client no token any more; whatever `use` throws */
  async withClientToken<T>(
    { orcidClientId, environment, orcid }: Pick<Connection, 'orcidClientId' | 'environment' | 'orcid'>,
    use: (access: RecordAccess, options: CallOptions) => Promise<T>,
  ): Promise<T> {
    const credentials = await this.clients.credentialsOf(orcidClientId, environment);
    return this.calls.asClient(credentials, '/read-public', (token, options) => use({ orcid, token }, options));
  }
}
