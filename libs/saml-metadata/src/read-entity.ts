import type { ProviderMetadata } from '@ligature/identity-model';

/** What became of one entity that says it is an identity provider. */
export type ReadEntity =
  | { readonly kind: 'provider'; readonly provider: ProviderMetadata }
  | { readonly kind: 'unusable'; readonly entityId: string; readonly reason: string };
