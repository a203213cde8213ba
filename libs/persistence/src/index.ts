export { AuditTrail } from './audit-trail.ts';
export { DatabaseModule } from './database.module.ts';
export { type AssertedContent, Assertion, type AssertionFacts } from './entities/assertion.entity.ts';
export { AUDIT_ACTIONS, type AuditAction, type AuditActor } from './entities/audit-event.entity.ts';
export { Connection, type ConnectionEnd, type RecordState, type SealedGrant } from './entities/connection.entity.ts';
export { ConsentEvent, type ConsentEventKind } from './entities/consent-event.entity.ts';
export { FeedImport, type ImportCounts, type RefusedRow } from './entities/feed-import.entity.ts';
export {
  DATE_FORMS,
  FEED_FIELDS,
  type FeedField,
  type FeedRules,
  FILE_ENCODINGS,
  type FileEncoding,
  Institution,
} from './entities/institution.entity.ts';
export { MetadataSource, type MetadataSourceFacts, type SourceKind } from './entities/metadata-source.entity.ts';
export { OrcidClient } from './entities/orcid-client.entity.ts';
export { feedKeyOf, itemsKeyOf } from './feed-key.ts';
export {
  CASE_DECISIONS,
  type CaseDecision,
  type CaseEvidence,
  type CaseKind,
  ORCID_ID_CASES,
  PersonCase,
} from './entities/person-case.entity.ts';
export { PersonStaffId } from './entities/person-staff-id.entity.ts';
export { Plan } from './entities/plan.entity.ts';
export { type StepRisk } from './entities/plan-step.entity.ts';
export { type TaskAsker, TaskRun } from './entities/task-run.entity.ts';
export { ITEM_STATES, type ItemState, RecordItem } from './entities/record-item.entity.ts';
export { PersonIdentity } from './entities/person-identity.entity.ts';
export { PendingGrant } from './entities/pending-grant.entity.ts';
export { RetiredToken } from './entities/retired-token.entity.ts';
export { type Consent, Person, type PersonFacts } from './entities/person.entity.ts';
export { type CounterCheck, TokenEvidence, type TokenUse } from './entities/token-evidence.entity.ts';
export { type WriteAction, WriteIntent } from './entities/write-intent.entity.ts';
export { type Jobs, PRIORITY } from './jobs/jobs.ts';
export { ClientRefusals } from './client-refusals.ts';
export { Concerns } from './concerns/concerns.ts';
export { type FailedJobGroup, FailedJobs } from './jobs/failed-jobs.ts';
export { JobQueue, type LatestJob, type Places } from './jobs/job-queue.ts';
export { migrateDatabase } from './migrate-database.ts';
export { OneTimeStore } from './one-time-store.ts';
export { KeyChecks } from './key-checks.ts';
export { PersistenceConfig } from './persistence.config.ts';
export { RateSlots } from './rate-slots.ts';
export { AccessKeyRepository } from './repositories/access-key.repository.ts';
export {
  AssertionRepository,
  type AssertionRow,
  type FeedKey,
  type KeptRow,
  type OptionalField,
  type RowKey,
  type StatedAssertion,
  type TakenFile,
} from './repositories/assertion.repository.ts';
export { CodeExchangeRepository, type LostAnswer } from './repositories/code-exchange.repository.ts';
export { ConnectionRepository, type ConnectionRow } from './repositories/connection.repository.ts';
export { IdentityProviderRepository, type ListedProvider } from './repositories/identity-provider.repository.ts';
export { InstitutionRepository } from './repositories/institution.repository.ts';
export { MetadataSourceRepository } from './repositories/metadata-source.repository.ts';
export { OrcidClientRepository } from './repositories/orcid-client.repository.ts';
export {
  type Confirmer,
  PendingGrantRepository,
  type ShownPendingGrant,
} from './repositories/pending-grant.repository.ts';
export { PersonCaseRepository } from './repositories/person-case.repository.ts';
export {
  type DecidedStep,
  type HeldPlan,
  PlanRepository,
  type RiskyStep,
  type ShownStep,
} from './repositories/plan.repository.ts';
export { TaskRunRepository } from './repositories/task-run.repository.ts';
export {
  type FormerItem,
  type ItemRow,
  RecordItemRepository,
  type ShownItem,
  type ShownOrigin,
} from './repositories/record-item.repository.ts';
export {
  type IdentityCount,
  type KnownPerson,
  PersonRepository,
  type StatedPerson,
} from './repositories/person.repository.ts';
export { type RefusalRow, TokenEvidenceRepository } from './repositories/token-evidence.repository.ts';
export { AccessKeyRows } from './repositories/rows/access-key-rows.ts';
export {
  type SectionRule,
  type SettledRules,
  UnsettledRecordRepository,
} from './repositories/unsettled-record.repository.ts';
export { type LetGoItem, LetGoRows } from './repositories/rows/let-go-rows.ts';
export { ConnectionRows, type ShownConnection } from './repositories/rows/connection-rows.ts';
export { type AuditRow, AuditRows } from './repositories/rows/audit-rows.ts';
export {
  type ChangedField,
  FeedChanges,
  type FeedDifference,
  type FrequentChange,
  ROW_CHANGES,
  type RowChange,
} from './repositories/feed-changes.repository.ts';
export { FeedImportRows } from './repositories/rows/feed-import-rows.ts';
export { type MetadataSourceRow, MetadataSourceRows } from './repositories/rows/metadata-source-rows.ts';
export { type PersonRow, PersonRows, type VisitorRow } from './repositories/rows/person-rows.ts';
export { type RecordItemRow, RecordItemRows } from './repositories/rows/record-item-rows.ts';
export { type TenantRow, TenantRows } from './repositories/rows/tenant-rows.ts';
export type { SourceState } from './repositories/source-state.ts';
export { DryRun } from './dry-run.ts';
export { SessionRecords } from './session-records.ts';
export { SignOnRecords } from './sign-on-records.ts';
export type { SealedSecret } from './vault/sealed-secret.ts';
export type { SealingContext } from './vault/sealing-context.ts';
export { TokenVault } from './vault/token-vault.ts';
export { WriteLeases } from './write-leases.ts';
