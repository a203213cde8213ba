import { AssertionsModule } from '@ligature/assertions';
import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { ItemLedger } from './item-ledger.ts';
import { RecordOverview } from './record-overview.ts';
import { RecordPlans } from './record-plans.ts';
import { RemovedItems } from './removed-items.ts';

/** What is shown of records and decided about them, for processes that never write to ORCID. */
@Module({
  imports: [AssertionsModule],
  providers: [Clock, ItemLedger, RecordOverview, RecordPlans, RemovedItems],
  exports: [RecordOverview, RecordPlans, RemovedItems],
})
export class RecordViewModule {}
