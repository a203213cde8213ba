import { Clock } from '@ligature/runtime';
import { Module } from '@nestjs/common';
import { People } from './people.ts';
import { PersonCases } from './person-cases.ts';
import { StaffIds } from './staff-ids.ts';

@Module({ providers: [Clock, People, PersonCases, StaffIds], exports: [People, PersonCases] })
export class PeopleModule {}
