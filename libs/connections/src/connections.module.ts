import { OrcidClientModule } from '@ligature/orcid-client';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ConnectionTokens } from './connection-tokens.ts';
import { Connections } from './connections.ts';
import { ConsentLedger } from './consent-ledger.ts';
import { RecordAccessDesk } from './record-access-desk.ts';
import { Researchers } from './researchers.ts';
import { TokenEnding } from './token-ending.ts';

@Module({
  imports: [OrcidClientModule],
  providers: [Clock, ConnectionTokens, Connections, ConsentLedger, RecordAccessDesk, Researchers, TokenEnding],
  exports: [Connections, RecordAccessDesk, Researchers, TokenEnding],
})
export class ConnectionsModule {}
