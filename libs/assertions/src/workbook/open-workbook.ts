import type { Table } from '../table.ts';
import { readMergedCells } from './merged-cells.ts';
import { readNumberForms } from './number-forms.ts';
import { MOST_STRING_BYTES, readSharedStrings, SharedStrings } from './shared-strings.ts';
import { type SheetContext, sheetRows } from './sheet-rows.ts';
import { findSheet, type SheetParts } from './workbook-parts.ts';
import { ZipArchive } from './zip-archive.ts';

/**
 * Opens an Excel workbook. What all cells share is read now; the rows are, each time they are asked for.
 * @param sheet name of one; the first that is to be seen unless given
 * @throws FeedFileError when it is none, or cannot be read
 */
export async function openWorkbook(file: string, sheet?: string): Promise<Table> {
  const { parts, context } = await withArchive(file, async (archive) => {
    const found = await findSheet(archive, sheet);
    return { parts: found, context: await contextOf(archive, found) };
  });
  return { place: 'row', namesCells: true, rows: () => rowsOf(file, parts.sheet, context) };
}

async function contextOf(archive: ZipArchive, { sheet, strings, styles, epoch }: SheetParts): Promise<SheetContext> {
  return {
    epoch,
    strings:
      strings === undefined ? new SharedStrings() : await readSharedStrings(archive.bytes(strings, MOST_STRING_BYTES)),
    forms: styles === undefined ? [] : await readNumberForms(archive.bytes(styles, MOST_STYLE_BYTES)),
    merged: await readMergedCells(archive.bytes(sheet)),
  };
}

const MOST_STYLE_BYTES = 64 * 2 ** 20;

async function* rowsOf(file: string, sheet: string, context: SheetContext): ReturnType<typeof sheetRows> {
  const archive = await ZipArchive.open(file);
  try {
    yield* sheetRows(archive.bytes(sheet), context);
  } finally {
    archive.close();
  }
}

async function withArchive<T>(file: string, work: (archive: ZipArchive) => Promise<T>): Promise<T> {
  const archive = await ZipArchive.open(file);
  try {
    return await work(archive);
  } finally {
    archive.close();
  }
}
