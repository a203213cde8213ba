import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { AffiliationCalls } from './calls/affiliation-calls.ts';
import { TokenCalls } from './calls/token-calls.ts';
import { MemberApi } from './http/member-api.ts';
import { Transport } from './http/transport.ts';

/** The one door to ORCID. */
@Module({
  providers: [AffiliationCalls, Clock, MemberApi, TokenCalls, Transport],
  exports: [AffiliationCalls, TokenCalls],
})
export class OrcidClientModule {}
