import { countLineEnds } from './csv-record.ts';

/** With fewer columns a text of several lines may hold as many separators as a row. */
const FEWEST_TO_SWALLOW = 4;

/**
 * The cells before one that swallowed rows: between two quotes that were left open stand whole rows, so that there are as
 * many separators as that many rows have. All cells where there is none.
 */
export function beforeSwallowed(cells: readonly string[], separator: string, width: number): readonly string[] {
  const folded = cells.filter((cell) => countLineEnds(cell) > 0);
  if (folded.length === 0 || width < FEWEST_TO_SWALLOW) return cells;
  const rows = 1 + folded.reduce((sum, cell) => sum + countLineEnds(cell), 0);
  const separators = cells.length - 1 + folded.reduce((sum, cell) => sum + cell.split(separator).length - 1, 0);
  return separators === rows * (width - 1) ? cells.slice(0, cells.indexOf(folded[0] ?? '')) : cells;
}
