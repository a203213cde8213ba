import { Module } from '@nestjs/common';
import { FileImports } from './file-imports.ts';
import { ItemsImport } from './items-import.ts';
import { PeopleImport } from './people-import.ts';
import { WantedState } from './wanted-state.ts';

@Module({
  providers: [FileImports, PeopleImport, ItemsImport, WantedState],
  exports: [PeopleImport, ItemsImport, WantedState],
})
export class AssertionsModule {}
