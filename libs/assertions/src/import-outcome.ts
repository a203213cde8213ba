import type { FeedImport, TakenFile } from '@ligature/persistence';
import type { RenumberedJob } from './renumbered-jobs.ts';
import type { Place } from './table.ts';
import type { OtherPerson } from './who-it-is.ts';

/** What one row of an export became. */
export interface RowReport {
  /** What `line` counts. */
  readonly place: Place;
  readonly line: number;
  readonly staffId: string | null;
  readonly jobId: string | null;
  readonly became: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly reasons: readonly string[];
}

/** Nothing of the file was taken: it was read before by the same rules, or it is refused as a whole. */
export type NotImported =
  | { readonly kind: 'already-imported'; readonly at: Date }
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

/** How many rows were refused for one cause, in a few words. */
export interface CauseCount {
  readonly cause: string;
  readonly rows: number;
}

/** What an import of an HR export did. */
export interface TakenExport {
  readonly kind: 'imported';
  /** What the numbers of rows count. */
  readonly place: Place;
  /** A newer file whose statements these are taken in place of: the file was taken before that one. */
  readonly replaced: TakenFile | undefined;
  /** Columns that no field takes, as they are called. */
  readonly ignoredColumns: readonly string[];
  /** How many cells hold only a placeholder, such as NULL, and were read as empty. */
  readonly placeholders: number;
  readonly absencesCounted: boolean;
  /** Why rows were refused, the most frequent cause first. */
  readonly causes: readonly CauseCount[];
  /** Jobs that go on under another id. */
  readonly renumbered: readonly RenumberedJob[];
  /** Staff ids whose name and mail address are both others than before: they may have been given to somebody else. */
  readonly otherPeople: readonly OtherPerson[];
}

export type ImportOutcome = (TakenExport & { readonly report: FeedImport }) | NotImported;

export interface ImportOptions {
  /** Takes an export that leaves out many of the known jobs, or lists none. */
  readonly allowManyAbsent?: boolean;
  /** Reads a file again that was read last by the same rules. */
  readonly again?: boolean;
  /** Leaves a file alone that has not changed since it was read, even if another file was imported meanwhile. */
  readonly byClock?: boolean;
  /** Hears of every row in the order of the file. */
  readonly onRow?: (row: RowReport) => void;
}

/** What one line of an items file became. */
export interface ItemReport {
  readonly line: number;
  readonly staffId: string | null;
  readonly rowId: string | null;
  readonly became: 'added' | 'changed' | 'unchanged' | 'withdrawn' | 'refused';
  readonly reasons: readonly string[];
}

export type ItemsOutcome = { readonly kind: 'imported'; readonly report: FeedImport } | NotImported;

export interface ItemsOptions {
  /** Reads a file again that was read last by the same rules. */
  readonly again?: boolean;
  /** Hears of every line in the order of the file. */
  readonly onRow?: (row: ItemReport) => void;
}
