import { ClientNotes, RateBudget, RecordLeases } from '@ligature/orcid-client';
import { ClientRefusals, RateSlots, WriteLeases } from '@ligature/persistence';
import { Global, Module } from '@nestjs/common';

/** What makes all processes of a deployment one caller to ORCID: its one budget, one writer at a time for each record, and what it says of our clients. */
@Global()
@Module({
  providers: [
    { provide: RateBudget, useExisting: RateSlots },
    { provide: RecordLeases, useExisting: WriteLeases },
    { provide: ClientNotes, useExisting: ClientRefusals },
  ],
  exports: [ClientNotes, RateBudget, RecordLeases],
})
export class SharedLimitsModule {}
