import type { FieldKind } from './feed-fields.ts';
import type { RowFault } from './feed-row.ts';
import type { FieldFault } from './field-kinds.ts';

/** By what the keeper of a file finds a place in it: lines of a text, rows of a sheet, or objects, each counted from 1. */
export type Place = 'line' | 'row' | 'object';

/** What is wrong with a cell before its text is looked at. */
export interface CellFault extends FieldFault {
  /** The only kind of field of which it is a fault; of every one unless said. */
  readonly of?: FieldKind;
}

/** One row of a table: where it stands, and its cells in the order of the header. */
export interface TableRow {
  /** Which line, row or object it is. */
  readonly line: number;
  readonly cells: readonly string[];
  /** Why the row as a whole cannot be read; `cells` are those that are sure all the same. */
  readonly fault?: RowFault;
  /** Cells that cannot be taken as they are, by their index. */
  readonly faults?: ReadonlyMap<number, CellFault>;
}

/** What an HR export is, whatever its form: rows with anything in them, the header first. They can be read again. */
export interface Table {
  readonly place: Place;
  /** Whether each cell says to which column it belongs: otherwise one too many or too few means that others are shifted. */
  readonly namesCells: boolean;
  rows(): AsyncIterable<TableRow>;
}

/** `Row 17`, to begin a sentence. */
export function placeName(place: Place, line: number): string {
  return `${PLACES[place]} ${line}`;
}

const PLACES: Readonly<Record<Place, string>> = { line: 'Line', row: 'Row', object: 'Object' };
