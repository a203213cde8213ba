import { ClientCredentialsSource } from '@ligature/orcid-oauth';
import { InstitutionRepository } from '@ligature/persistence';
import { Injectable } from '@nestjs/common';

/** Who each institution is at ORCID, from its row. */
@Injectable()
export class StoredClientCredentials extends ClientCredentialsSource {
  constructor(private readonly institutions: InstitutionRepository) {
    super();
  }

  override async of(institutionId: string): ReturnType<ClientCredentialsSource['of']> {
    return this.institutions.credentials(await this.institutions.get(institutionId));
  }
}
