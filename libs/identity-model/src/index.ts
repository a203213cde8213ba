export type { LogoutEndpoint } from './logout-endpoint.ts';
export { may, type Permission } from './permission.ts';
export type { Principal } from './principal.ts';
export type { ProviderMetadata } from './provider-metadata.ts';
export {
  completePolicy,
  ENCRYPTION_ALGORITHMS,
  IDENTIFIER_KINDS,
  type IdentifierKind,
  PERSON_FACTS,
  type PersonFact,
  type ProviderPolicy,
  SIGNATURE_ALGORITHMS,
  type SignatureAlgorithm,
  SIGNED_PARTS,
  type StatedPolicy,
  STRICT_POLICY,
} from './provider-policy.ts';
export type { ProviderSession } from './provider-session.ts';
export { type Role, ROLES } from './role.ts';
export { policyOf, type SourcePolicies, speakingParts } from './source-policies.ts';
export type { SessionContent } from './session-content.ts';
export { wordsOfName } from './words-of-name.ts';
