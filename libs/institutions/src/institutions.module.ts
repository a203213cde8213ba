import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { AccessKeys } from './access-keys/access-keys.ts';
import { ClientCheck } from './configure/client-check.ts';
import { ClientWriter } from './configure/client-writer.ts';
import { Configuration } from './configure/configuration.ts';
import { InstitutionWriter } from './configure/institution-writer.ts';
import { SetupWriter } from './configure/setup-writer.ts';
import { SourceWriter } from './configure/source-writer.ts';
import { AddressConsequences } from './consequences/address-consequences.ts';
import { ClientConsequences } from './consequences/client-consequences.ts';
import { Consequences } from './consequences/consequences.ts';
import { FeedConsequences } from './consequences/feed-consequences.ts';
import { ProviderConsequences } from './consequences/provider-consequences.ts';
import { MetadataRefresh } from './metadata/metadata-refresh.ts';
import { ProviderLoader } from './metadata/provider-loader.ts';
import { TaskRuns } from './task-runs/task-runs.ts';

@Module({
  imports: [OrcidClientModule],
  providers: [
    AccessKeys,
    AddressConsequences,
    ClientCheck,
    ClientConsequences,
    ClientWriter,
    Clock,
    Configuration,
    Consequences,
    FeedConsequences,
    InstitutionWriter,
    MetadataRefresh,
    ProviderConsequences,
    ProviderLoader,
    SetupWriter,
    SourceWriter,
    TaskRuns,
  ],
  exports: [AccessKeys, Configuration, MetadataRefresh, TaskRuns],
})
export class InstitutionsModule {}
