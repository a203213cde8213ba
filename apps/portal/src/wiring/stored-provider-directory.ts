import { InstitutionRepository } from '@ligature/persistence';
import { type Provider, ProviderDirectory } from '@ligature/saml-auth';
import { Injectable } from '@nestjs/common';

/** Finds identity providers where the institution keeps them. */
@Injectable()
export class StoredProviderDirectory extends ProviderDirectory {
  constructor(private readonly institutions: InstitutionRepository) {
    super();
  }

  override async find(institutionId: string, entityId: string): Promise<Provider | undefined> {
    return (await this.institutions.findIdentityProvider(institutionId, entityId)) ?? undefined;
  }
}
