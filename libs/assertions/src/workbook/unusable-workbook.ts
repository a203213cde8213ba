import { FeedFileError } from '../feed-file.error.ts';

/** A workbook that breaks the rules of its own form. */
export function damaged(what: string, options?: ErrorOptions): FeedFileError {
  return new FeedFileError(
    [`The workbook is damaged: ${what}. Open it in a spreadsheet and save it again as an Excel workbook (.xlsx).`],
    options,
  );
}

/** A workbook of a size that no list of people has. */
export function tooLarge(what: string): FeedFileError {
  return new FeedFileError([
    `The workbook ${what}. Export the people, and nothing else, as a workbook or as a CSV file.`,
  ]);
}
