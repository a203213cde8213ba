export { type Encoding, ENCODINGS } from './decode.ts';
export { FeedFile } from './feed-file.ts';
export type { ImportOptions, ImportOutcome, RowReport } from './import-outcome.ts';
export { AssertionsModule } from './assertions.module.ts';
export { PeopleImport } from './people-import.ts';
export type { EndedBy, WantedContent, WantedItem } from './wanted-item.ts';
export { type WantedRecord, WantedState } from './wanted-state.ts';
