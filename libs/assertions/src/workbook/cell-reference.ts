/** As many columns as a sheet can have: up to XFD. */
export const MOST_COLUMNS = 16_384;

/** A cell, counted from 0 to the right and from 1 down. */
export interface CellPlace {
  readonly column: number;
  readonly row: number;
}

/** Reads `C17`; undefined when it is no cell. */
export function cellAt(reference: string): CellPlace | undefined {
  const [, letters, digits] = /^([A-Z]{1,3})([1-9][0-9]{0,6})$/.exec(reference) ?? [];
  if (letters === undefined) return undefined;
  let column = 0;
  for (const letter of letters) column = column * 26 + letter.charCodeAt(0) - 64;
  return column > MOST_COLUMNS ? undefined : { column: column - 1, row: Number(digits) };
}

/** `A` of 0, `AA` of 26. */
export function columnName(column: number): string {
  const rest = column % 26;
  return `${column < 26 ? '' : columnName((column - rest) / 26 - 1)}${String.fromCharCode(65 + rest)}`;
}
