import { completePolicy } from '@ligature/identity-model';
import { IdentityProviderRepository } from '@ligature/persistence';
import { type Provider, ProviderDirectory } from '@ligature/saml-auth';
import { Clock } from '@ligature/runtime';
import { Injectable } from '@nestjs/common';

/** Finds identity providers where the institution keeps them. */
@Injectable()
export class StoredProviderDirectory extends ProviderDirectory {
  constructor(
    private readonly providers: IdentityProviderRepository,
    private readonly clock: Clock,
  ) {
    super();
  }

  override async find(institutionId: string, entityId: string): Promise<Provider | undefined> {
    const trusted = await this.providers.find(institutionId, entityId, this.clock.now());
    if (trusted === null) return undefined;
    const { provider, policy } = trusted;
    const { scopes } = policy;
    return {
      institutionId,
      entityId,
      displayNames: provider.displayNames,
      signOnUrl: provider.signOnUrl,
      wantsSignedRequests: provider.wantsSignedRequests,
      singleLogout: provider.singleLogout,
      certificates: provider.certificates,
      scopes: scopes ?? provider.scopes,
      scopePatterns: scopes === undefined ? provider.scopePatterns : [],
      policy: completePolicy(policy),
    };
  }
}
