import { Module } from '@nestjs/common';
import { PeopleImport } from './people-import.ts';
import { WantedState } from './wanted-state.ts';

@Module({ providers: [PeopleImport, WantedState], exports: [PeopleImport, WantedState] })
export class AssertionsModule {}
