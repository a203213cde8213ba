import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { AccessKeys } from './access-keys/access-keys.ts';
import { ClientWriter } from './configure/client-writer.ts';
import { Configuration } from './configure/configuration.ts';
import { InstitutionWriter } from './configure/institution-writer.ts';
import { SourceWriter } from './configure/source-writer.ts';
import { MetadataRefresh } from './metadata/metadata-refresh.ts';
import { ProviderLoader } from './metadata/provider-loader.ts';

@Module({
  providers: [
    AccessKeys,
    ClientWriter,
    Clock,
    Configuration,
    InstitutionWriter,
    MetadataRefresh,
    ProviderLoader,
    SourceWriter,
  ],
  exports: [AccessKeys, Configuration, MetadataRefresh],
})
export class InstitutionsModule {}
