import { AccessKeySchema } from './entities/access-key.entity.ts';
import { AssertionSchema } from './entities/assertion.entity.ts';
import { AuditEventSchema } from './entities/audit-event.entity.ts';
import { CodeExchangeSchema } from './entities/code-exchange.entity.ts';
import { ConnectionSchema } from './entities/connection.entity.ts';
import { ConsentEventSchema } from './entities/consent-event.entity.ts';
import { FeedImportSchema } from './entities/feed-import.entity.ts';
import { IdentityProviderSchema } from './entities/identity-provider.entity.ts';
import { InstitutionSchema } from './entities/institution.entity.ts';
import { KeyCheckSchema } from './entities/key-check.entity.ts';
import { MergedPersonSchema } from './entities/merged-person.entity.ts';
import { MetadataSourceSchema } from './entities/metadata-source.entity.ts';
import { OneTimeRecordSchema } from './entities/one-time-record.entity.ts';
import { PlanStepSchema } from './entities/plan-step.entity.ts';
import { PlanSchema } from './entities/plan.entity.ts';
import { PersonStaffIdSchema } from './entities/person-staff-id.entity.ts';
import { TaskRunSchema } from './entities/task-run.entity.ts';
import { RecordItemSchema } from './entities/record-item.entity.ts';
import { OrcidClientSchema } from './entities/orcid-client.entity.ts';
import { PendingGrantSchema } from './entities/pending-grant.entity.ts';
import { PersonCaseSchema } from './entities/person-case.entity.ts';
import { PersonIdentitySchema } from './entities/person-identity.entity.ts';
import { PersonSchema } from './entities/person.entity.ts';
import { RetiredTokenSchema } from './entities/retired-token.entity.ts';
import { SessionRecordSchema } from './entities/session-record.entity.ts';
import { TokenEvidenceSchema } from './entities/token-evidence.entity.ts';
import { WriteIntentSchema } from './entities/write-intent.entity.ts';

/** Every table of the product, by name. */
export const entities = [
  InstitutionSchema,
  MetadataSourceSchema,
  IdentityProviderSchema,
  PersonSchema,
  MergedPersonSchema,
  CodeExchangeSchema,
  OrcidClientSchema,
  PersonIdentitySchema,
  PersonStaffIdSchema,
  PersonCaseSchema,
  PlanSchema,
  PlanStepSchema,
  TaskRunSchema,
  ConnectionSchema,
  ConsentEventSchema,
  AssertionSchema,
  FeedImportSchema,
  RetiredTokenSchema,
  PendingGrantSchema,
  TokenEvidenceSchema,
  RecordItemSchema,
  WriteIntentSchema,
  AuditEventSchema,
  OneTimeRecordSchema,
  SessionRecordSchema,
  AccessKeySchema,
  KeyCheckSchema,
];
