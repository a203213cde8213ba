import { RateBudget, RecordLeases } from '@ligature/orcid-client';
import { RateSlots, WriteLeases } from '@ligature/persistence';
import { Global, Module } from '@nestjs/common';

/** What makes all processes of a deployment one caller to ORCID: its one budget, and one writer at a time for each record. */
@Global()
@Module({
  providers: [
    { provide: RateBudget, useExisting: RateSlots },
    { provide: RecordLeases, useExisting: WriteLeases },
  ],
  exports: [RateBudget, RecordLeases],
})
export class SharedLimitsModule {}
