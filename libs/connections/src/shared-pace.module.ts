import { RateBudget, WriteTurns } from '@ligature/orcid-client';
import { RateSlots, WriteLeases } from '@ligature/persistence';
import { Global, Module } from '@nestjs/common';

/** What makes all processes of a deployment one caller to ORCID: its one budget, and one writer at a time for each record. */
@Global()
@Module({
  providers: [
    { provide: RateBudget, useExisting: RateSlots },
    { provide: WriteTurns, useExisting: WriteLeases },
  ],
  exports: [RateBudget, WriteTurns],
})
export class SharedPaceModule {}
