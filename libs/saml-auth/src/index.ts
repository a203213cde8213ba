export type { InstitutionalPerson } from './institutional-person.ts';
export { LogoutFlow } from './logout-flow.ts';
export type { LogoutOutcome } from './logout/logout-outcome.ts';
export { LogoutStore, type PendingLogout } from './logout/logout-store.ts';
export { type ProviderSession, sessionSubject } from './logout/provider-session.ts';
export { fetchMetadata } from './metadata/fetch-metadata.ts';
export { ownMetadata } from './metadata/own-metadata.ts';
export type { ServiceDescription } from './metadata/service-description.ts';
export { mdqAddress } from './metadata/mdq-address.ts';
export type { MetadataCopy } from './metadata/metadata-copy.ts';
export { openMetadataFile } from './metadata/open-metadata-file.ts';
export type { ProviderMetadata, ReadEntity } from './metadata/provider-metadata.ts';
export { readMetadata } from './metadata/read-metadata.ts';
export { UnusableMetadataError } from './metadata/unusable-metadata.error.ts';
export { ProviderDirectory } from './provider-directory.ts';
export type { LogoutEndpoint, Provider } from './provider.ts';
export {
  type EncryptionAlgorithm,
  type PersonFact,
  type PersonRole,
  type ProviderPolicy,
  type RoleRule,
  type SignatureAlgorithm,
  STRICT_POLICY,
} from './provider-policy.ts';
export type { Credential } from './credential.ts';
export type { RefusalReason } from './refused-message.error.ts';
export { RefusedMessageError } from './refused-message.error.ts';
export { SamlAuthConfig } from './saml-auth.config.ts';
export { SamlAuthModule } from './saml-auth.module.ts';
export { SamlFlow } from './saml-flow.ts';
export { ServiceProvider } from './service-provider.ts';
export { type SamlPortal, ServiceProviders } from './service-providers.ts';
export { type PendingSignOn, SignOnStore, type SpentSignOn } from './sign-on-store.ts';
export type { SignOnResult } from './sign-on/sign-on-result.ts';
export type { SignOnOutcome } from './sign-on/sign-on-outcome.ts';
