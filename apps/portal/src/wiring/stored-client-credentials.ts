import { OrcidSite } from '@ligature/connections';
import { ClientCredentialsSource } from '@ligature/orcid-oauth';
import { OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** Who each institution is at ORCID: its current client. All institutions of a deployment are in one ORCID environment. */
@Injectable()
export class StoredClientCredentials extends ClientCredentialsSource {
  constructor(
    private readonly clients: OrcidClientRepository,
    private readonly site: OrcidSite,
  ) {
    super();
  }

  override of(institutionId: string): ReturnType<ClientCredentialsSource['of']> {
    return this.clients.currentCredentials(institutionId, this.site.environment);
  }
}
