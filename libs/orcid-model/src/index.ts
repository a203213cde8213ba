export type { Affiliation, AffiliationKind } from './affiliation.ts';
export { AFFILIATION_KINDS } from './affiliation.ts';
export type { Brand } from './brand.ts';
export type { ExternalId, ExternalIdRelationship } from './external-id.ts';
export type { FuzzyDate } from './fuzzy-date.ts';
export {
  formatFuzzyDate,
  InvalidFuzzyDateError,
  isInOrder,
  isOver,
  isYetToCome,
  parseFuzzyDate,
} from './fuzzy-date.ts';
export type { OrcidEnvironment } from './orcid-environment.ts';
export { ORCID_ENVIRONMENTS } from './orcid-environment.ts';
export type { OrcidId } from './orcid-id.ts';
export { checkDigit, InvalidOrcidIdError, isOrcidId, orcidUri, parseOrcidId } from './orcid-id.ts';
export type { Organization, OrganizationIdentifier, OrganizationRegistry } from './organization.ts';
export { isRorId, ORGANIZATION_REGISTRIES } from './organization.ts';
export type { PutCode } from './put-code.ts';
export { parsePutCode } from './put-code.ts';
export type { Scope } from './scope.ts';
export { includesScope, isScope, parseScopes } from './scope.ts';
export type { AccessToken, ClientSecret, RefreshToken, SecretKind } from './secret.ts';
export { Secret } from './secret.ts';
