import { type ProviderPolicy, STRICT_POLICY } from '@ligature/identity-model';
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
    const { scopes, ...demands } = policy;
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
      // `configure` took no name of an algorithm that the sign-in does not know.
      policy: { ...STRICT_POLICY, ...(known(demands) as Partial<ProviderPolicy>) },
    };
  }
}

/** Without what is not said, so that the strict rule stays. */
function known(demands: object): object {
  return Object.fromEntries(Object.entries(demands).filter(([, demand]) => demand !== undefined));
}
