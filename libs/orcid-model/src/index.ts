export type { Affiliation } from './affiliation.ts';
export type { Brand } from './brand.ts';
export type { Contributor, CreditRole, FundingContributor, WorkContributor } from './contributor.ts';
export { CONTRIBUTOR_SEQUENCES, CREDIT_ROLES, creditRole, FUNDING_ROLES, WORK_ROLES } from './contributor.ts';
export { isCountry } from './country.ts';
export type { ExternalId, ExternalIdRelationship, Identified } from './external-id.ts';
export { EXTERNAL_ID_RELATIONSHIPS, ownId, selfIdsOf } from './external-id.ts';
export type { FoundPerson } from './found-person.ts';
export type { Amount, Funding, FundingSummary, FundingType } from './funding.ts';
export { FUNDING_TYPES } from './funding.ts';
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
export type {
  Biography,
  EmailAddress,
  OrcidRecord,
  RecordPerson,
  PersonalDetails,
  PersonName,
  RecordHistory,
} from './orcid-record.ts';
export type { Organization, OrganizationIdentifier, OrganizationRegistry } from './organization.ts';
export { isRorId, ORGANIZATION_REGISTRIES } from './organization.ts';
export type { PeerReview, PeerReviewSummary, ReviewSubject } from './peer-review.ts';
export { REVIEW_TYPES, REVIEWER_ROLES } from './peer-review.ts';
export type { PeerReviewGroup } from './peer-review-group.ts';
export { GROUP_TYPES } from './peer-review-group.ts';
export type { NotifiedItem, PermissionNotification, SentNotification } from './permission-notification.ts';
export { NOTIFIED_KINDS } from './permission-notification.ts';
export type { PutCode } from './put-code.ts';
export { parsePutCode } from './put-code.ts';
export type {
  AssertedCounts,
  RecordSummary,
  SummarizedAffiliation,
  SummarizedAffiliations,
  SummarizedIdentifier,
} from './record-summary.ts';
export type { ResearcherUrl } from './researcher-url.ts';
export type { ResearchResource, ResearchResourceSummary, ResourceItem } from './research-resource.ts';
export { RESOURCE_TYPES } from './research-resource.ts';
export type { Scope } from './scope.ts';
export { includesScope, isScope, parseScopes, SCOPES } from './scope.ts';
export type { AccessToken, ClientSecret, RefreshToken, SecretKind, WithdrawnToken } from './secret.ts';
export { Secret } from './secret.ts';
export type {
  ContentOf,
  ListedItem,
  SectionContents,
  SectionItem,
  SectionSummaries,
  SummaryOf,
} from './section-content.ts';
export { isSameItem, sameContent } from './same-content.ts';
export { affiliationItem, selfIdsIn } from './section-content.ts';
export type {
  ActivitySection,
  AffiliationKind,
  PersonSection,
  Section,
  SectionRules,
  SectionsWith,
} from './sections.ts';
export {
  ACTIVITY_SECTIONS,
  AFFILIATION_KINDS,
  ALL_SECTIONS,
  isAffiliationKind,
  isPersonSection,
  isSection,
  PERSON_SECTIONS,
  scopeNeededFor,
  SECTIONS,
} from './sections.ts';
export type { Asserter, ItemSource, Seen } from './seen.ts';
export { isWrittenBy } from './seen.ts';
export { titleOf } from './title-of.ts';
export type { Titled, TranslatedTitle } from './translated-title.ts';
export type { UnlistedWord } from './unlisted-word.ts';
export type { Visibility } from './visibility.ts';
export { VISIBILITIES } from './visibility.ts';
export type { Citation, Work, WorkSummary, WorkType } from './work.ts';
export { CITATION_TYPES, WORK_TYPES } from './work.ts';
