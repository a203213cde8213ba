import { ClientCredentialsSource } from '@ligature/orcid-oauth';
import { InstitutionRepository, OrcidClientRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** Who each institution is at ORCID, from its row. */
@Injectable()
export class StoredClientCredentials extends ClientCredentialsSource {
  constructor(
    private readonly institutions: InstitutionRepository,
    private readonly clients: OrcidClientRepository,
  ) {
    super();
  }

  override async of(institutionId: string): ReturnType<ClientCredentialsSource['of']> {
    const { orcidEnvironment } = await this.institutions.get(institutionId);
    return this.clients.credentials(await this.clients.current(institutionId), orcidEnvironment);
  }
}
