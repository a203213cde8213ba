import { Module } from '@nestjs/common';
import { FileImports } from './file-imports.ts';
import { ItemsImport } from './items-import.ts';
import { JobWithdrawal } from './job-withdrawal.ts';
import { PeopleImport } from './people-import.ts';
import { WantedState } from './wanted-state.ts';

@Module({
  providers: [FileImports, JobWithdrawal, PeopleImport, ItemsImport, WantedState],
  exports: [JobWithdrawal, PeopleImport, ItemsImport, WantedState],
})
export class AssertionsModule {}
