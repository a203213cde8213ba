import { STRICT_POLICY, type ProviderPolicy } from '@ligature/identity-model';
import type { Provider } from '../provider.ts';
import { IDP } from './answer.builder.ts';

/** An identity provider that is trusted, as strictly as can be. */
export function aProvider(given: Partial<Provider> = {}, policy: Partial<ProviderPolicy> = {}): Provider {
  return {
    institutionId: 'institution-1',
    entityId: IDP,
    displayNames: { en: 'Example University' },
    signOnUrl: 'https://idp.example.edu/sso',
    wantsSignedRequests: false,
    singleLogout: [],
    certificates: [],
    scopes: ['example.edu'],
    scopePatterns: [],
    policy: { ...STRICT_POLICY, ...policy },
    ...given,
  };
}
