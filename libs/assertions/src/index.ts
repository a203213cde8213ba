export { ENCODINGS } from './decode.ts';
export { FeedFile, type FeedFileOptions } from './feed-file.ts';
export type { OtherPerson } from './who-it-is.ts';
export { statedSections } from './stated-sections.ts';
export type {
  ImportOptions,
  ImportOutcome,
  NotImported,
  ItemReport,
  ItemsOptions,
  ItemsOutcome,
  RowReport,
} from './import-outcome.ts';
export { AssertionsModule } from './assertions.module.ts';
export { ItemsFile } from './items-file.ts';
export { ItemsImport } from './items-import.ts';
export { JobWithdrawal } from './job-withdrawal.ts';
export { PeopleImport } from './people-import.ts';
export type { EndedBy, WantedContent, WantedItem } from './wanted-item.ts';
export { type ForeseenRecord, type WantedRecord, WantedState } from './wanted-state.ts';
