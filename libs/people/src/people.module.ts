import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { CaseDecisions } from './case-decisions.ts';
import { People } from './people.ts';
import { PersonCases } from './person-cases.ts';
import { StaffIds } from './staff-ids.ts';

@Module({
  providers: [CaseDecisions, Clock, People, PersonCases, StaffIds],
  exports: [CaseDecisions, People, PersonCases],
})
export class PeopleModule {}
