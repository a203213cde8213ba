import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { Connections } from './connections.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { OneOrcidEnvironment } from './one-orcid-environment.ts';
import { OrcidSite } from './orcid-site.ts';
import { RecordAccessDesk } from './record-access-desk.ts';
import { Researchers } from './researchers.ts';
import { SharedPaceModule } from './shared-pace.module.ts';
import { TokenEnding } from './token-ending.ts';

@Module({
  imports: [OrcidClientModule, SharedPaceModule],
  providers: [
    Clock,
    ConnectionTokens,
    Connections,
    ConsentLedger,
    OneOrcidEnvironment,
    OrcidSite,
    RecordAccessDesk,
    Researchers,
    TokenEnding,
  ],
  exports: [Connections, OrcidSite, RecordAccessDesk, Researchers, TokenEnding],
})
export class ConnectionsModule {}
