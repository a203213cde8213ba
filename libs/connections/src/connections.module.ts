import { OrcidClientModule } from '@ligature/orcid-client';
import { PeopleModule } from '@ligature/people';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ClientTokenProvider } from './client-token-provider.ts';
import { CodeExchanges } from './code-exchanges.ts';
import { Confirmations } from './confirmations.ts';
import { ConnectionEnding } from './connection-ending.ts';
import { ConnectionMove } from './connection-move.ts';
import { ConnectionTokens } from './connection-tokens.ts';
import { Connections } from './connections.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { Grants } from './grants.ts';
import { IdCases } from './id-cases.ts';
import { HeldGrants } from './held-grants.ts';
import { OneOrcidEnvironment } from './one-orcid-environment.ts';
import { OrcidSite } from './orcid-site.ts';
import { OrcidRevocation } from './orcid-revocation.ts';
import { PersonMerge } from './person-merge.ts';
import { PermissionEvidence } from './permission-evidence.ts';
import { PermissionLedger } from './permission-ledger.ts';
import { RecordStanding } from './record-standing.ts';
import { RefusalJudge } from './refusal-judge.ts';
import { TokenProvider } from './token-provider.ts';
import { SharedLimitsModule } from './shared-limits.module.ts';
import { TokenRevocation } from './token-revocation.ts';

@Module({
  imports: [OrcidClientModule, PeopleModule, SharedLimitsModule],
  providers: [
    Clock,
    ClientTokenProvider,
    CodeExchanges,
    Confirmations,
    ConnectionEnding,
    ConnectionMove,
    PersonMerge,
    ConnectionTokens,
    Connections,
    ConsentLedger,
    Grants,
    HeldGrants,
    IdCases,
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
    ConnectionMove,
    PersonMerge,
    Connections,
    OrcidSite,
    PermissionEvidence,
    TokenProvider,
    TokenRevocation,
  ],
})
export class ConnectionsModule {}
