import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ClientTokenProvider } from './client-token-provider.ts';
import { CodeExchanges } from './code-exchanges.ts';
import { Confirmations } from './confirmations.ts';
import { ConnectionEnding } from './connection-ending.ts';
import { ConnectionTokens } from './connection-tokens.ts';
import { Connections } from './connections.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { Grants } from './grants.ts';
import { HeldGrants } from './held-grants.ts';
import { OneOrcidEnvironment } from './one-orcid-environment.ts';
import { OrcidSite } from './orcid-site.ts';
import { OrcidRevocation } from './orcid-revocation.ts';
import { PermissionEvidence } from './permission-evidence.ts';
import { PermissionLedger } from './permission-ledger.ts';
import { RecordStanding } from './record-standing.ts';
import { RefusalJudge } from './refusal-judge.ts';
import { TokenProvider } from './token-provider.ts';
import { SharedLimitsModule } from './shared-limits.module.ts';
import { TokenRevocation } from './token-revocation.ts';

@Module({
  imports: [OrcidClientModule, SharedLimitsModule],
  providers: [
    Clock,
    ClientTokenProvider,
    CodeExchanges,
    Confirmations,
    ConnectionEnding,
    ConnectionTokens,
    Connections,
    ConsentLedger,
    Grants,
    HeldGrants,
    OneOrcidEnvironment,
    OrcidRevocation,
    OrcidSite,
    PermissionEvidence,
    PermissionLedger,
    RecordStanding,
    RefusalJudge,
    TokenProvider,
    TokenRevocation,
  ],
  exports: [
    ClientTokenProvider,
    CodeExchanges,
    Confirmations,
    ConnectionEnding,
    Connections,
    OrcidSite,
    PermissionEvidence,
    TokenProvider,
    TokenRevocation,
  ],
})
export class ConnectionsModule {}
