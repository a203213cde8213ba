import { MikroOrmModule } from '@mikro-orm/nestjs';
import { EntityManager, PostgreSqlDriver } from '@mikro-orm/postgresql';
import { Clock } from '@ligature/runtime';
import { Global, Module } from '@nestjs/common';
import { AuditTrail } from './audit-trail.ts';
import { ClientRefusals } from './client-refusals.ts';
import { Concerns } from './concerns/concerns.ts';
import { LostKeyConcerns } from './concerns/lost-key-concerns.ts';
import { SetUpConcerns } from './concerns/set-up-concerns.ts';
import { WorkConcerns } from './concerns/work-concerns.ts';
import { FailedJobs } from './jobs/failed-jobs.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { KeyChecks } from './key-checks.ts';
import { OneTimeStore } from './one-time-store.ts';
import { ormOptions } from './orm-options.ts';
import { PersistenceConfig } from './persistence.config.ts';
import { RateSlots } from './rate-slots.ts';
import { AccessKeyRepository } from './repositories/access-key.repository.ts';
import { AssertionRepository } from './repositories/assertion.repository.ts';
import { CodeExchangeRepository } from './repositories/code-exchange.repository.ts';
import { ConnectionRepository } from './repositories/connection.repository.ts';
import { FeedChanges } from './repositories/feed-changes.repository.ts';
import { IdentityProviderRepository } from './repositories/identity-provider.repository.ts';
import { InstitutionRepository } from './repositories/institution.repository.ts';
import { MetadataSourceRepository } from './repositories/metadata-source.repository.ts';
import { RecordItemRepository } from './repositories/record-item.repository.ts';
import { OrcidClientRepository } from './repositories/orcid-client.repository.ts';
import { PendingGrantRepository } from './repositories/pending-grant.repository.ts';
import { PersonCaseRepository } from './repositories/person-case.repository.ts';
import { PlanRepository } from './repositories/plan.repository.ts';
import { TaskRunRepository } from './repositories/task-run.repository.ts';
import { PersonRepository } from './repositories/person.repository.ts';
import { AccessKeyRows } from './repositories/rows/access-key-rows.ts';
import { UnsettledRecordRepository } from './repositories/unsettled-record.repository.ts';
import { LetGoRows } from './repositories/rows/let-go-rows.ts';
import { AuditRows } from './repositories/rows/audit-rows.ts';
import { ConnectionRows } from './repositories/rows/connection-rows.ts';
import { FeedImportRows } from './repositories/rows/feed-import-rows.ts';
import { MetadataSourceRows } from './repositories/rows/metadata-source-rows.ts';
import { PersonRows } from './repositories/rows/person-rows.ts';
import { RecordItemRows } from './repositories/rows/record-item-rows.ts';
import { TenantRows } from './repositories/rows/tenant-rows.ts';
import { TokenEvidenceRepository } from './repositories/token-evidence.repository.ts';
import { DryRun } from './dry-run.ts';
import { SessionRecords } from './session-records.ts';
import { SignOnRecords } from './sign-on-records.ts';
import { checkKeyring } from './vault/check-keyring.ts';
import { Keyring } from './vault/keyring.ts';
import { TokenVault } from './vault/token-vault.ts';
import { WriteLeases } from './write-leases.ts';

const rows = [
  AccessKeyRows,
  AuditRows,
  ConnectionRows,
  LetGoRows,
  FeedImportRows,
  MetadataSourceRows,
  PersonRows,
  RecordItemRows,
  TenantRows,
];

const stores = [
  ...rows,
  AccessKeyRepository,
  AssertionRepository,
  AuditTrail,
  ClientRefusals,
  CodeExchangeRepository,
  Clock,
  Concerns,
  ConnectionRepository,
  FailedJobs,
  FeedChanges,
  IdentityProviderRepository,
  InstitutionRepository,
  JobQueue,
  KeyChecks,
  MetadataSourceRepository,
  OneTimeStore,
  RateSlots,
  DryRun,
  RecordItemRepository,
  UnsettledRecordRepository,
  OrcidClientRepository,
  PendingGrantRepository,
  PersonCaseRepository,
  PersonRepository,
  PlanRepository,
  TaskRunRepository,
  SessionRecords,
  SignOnRecords,
  TokenEvidenceRepository,
  TokenVault,
  WriteLeases,
];

/** The database adapter, available to every module of a process. */
@Global()
@Module({
  imports: [
    MikroOrmModule.forRootAsync({
      driver: PostgreSqlDriver,
      inject: [PersistenceConfig],
      useFactory: (config: PersistenceConfig) => ormOptions(config.url, config.poolSize),
    }),
  ],
  providers: [
    ...stores,
    LostKeyConcerns,
    SetUpConcerns,
    WorkConcerns,
    { provide: Keyring, inject: [EntityManager, PersistenceConfig], useFactory: checkKeyring },
  ],
  exports: stores,
})
export class DatabaseModule {}
