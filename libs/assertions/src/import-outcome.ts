import type { FeedImport } from '@ligature/persistence';

/** What one row of an export became. */
export interface RowReport {
  readonly line: number;
  readonly staffId: string | null;
  readonly jobId: string | null;
  readonly became: 'added' | 'changed' | 'unchanged' | 'refused';
  readonly reasons: readonly string[];
}

export type ImportOutcome =
  | { readonly kind: 'imported'; readonly report: FeedImport; readonly absencesCounted: boolean }
  /** The very same file was imported last by the same rules; there was nothing to do. */
  | { readonly kind: 'already-imported'; readonly at: Date }
  /** Nothing of the file was taken. */
  | { readonly kind: 'refused'; readonly faults: readonly string[] };

export interface ImportOptions {
  /** Takes an export that leaves out more than a fifth of the known jobs. */
  readonly allowManyAbsent?: boolean;
  /** Reads a file again that was read last by the same rules. */
  readonly again?: boolean;
  /** Hears of every row in the order of the file. */
  readonly onRow?: (row: RowReport) => void;
}
