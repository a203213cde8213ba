import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { Connections } from './connections.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { OneOrcidEnvironment } from './one-orcid-environment.ts';
import { OrcidSite } from './orcid-site.ts';
import { RefusedTokens } from './refused-tokens.ts';
import { TokenProvider } from './token-provider.ts';
import { SharedLimitsModule } from './shared-limits.module.ts';
import { TokenRevocation } from './token-revocation.ts';

@Module({
  imports: [OrcidClientModule, SharedLimitsModule],
  providers: [
    Clock,
    ConnectionTokens,
    Connections,
    ConsentLedger,
    OneOrcidEnvironment,
    OrcidSite,
    RefusedTokens,
    TokenProvider,
    TokenRevocation,
  ],
  exports: [Connections, OrcidSite, TokenProvider, TokenRevocation],
})
export class ConnectionsModule {}
