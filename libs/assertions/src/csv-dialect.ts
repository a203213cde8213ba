/** What separates the cells of a file, and where its header begins. */
export interface CsvDialect {
  readonly separator: string;
  readonly headerAt: number;
  /** Line in which the header begins. */
  readonly headerLine: number;
}

/** In doubt the earlier one. */
const SEPARATORS = [',', ';', '\t', '|'] as const;

/** Excel's own way to say what separates cells; LibreOffice writes it in quotes. */
const SAID = /^"?sep=([^\r\n"])"?(?:\r\n|\r|\n)/iu;

/**
 * Tells the separator: the one a first line `sep=X` names, or whichever the header has most of outside of quotes.
 * @returns undefined while the text does not hold the whole header
 */
export function dialectOf(text: string, isWhole: boolean): CsvDialect | undefined {
  const [line, separator] = SAID.exec(text) ?? [];
  if (line !== undefined && separator !== undefined) {
    if (line.endsWith('\r') && line.length === text.length && !isWhole) return undefined;
    return { separator, headerAt: line.length, headerLine: 2 };
  }
  const counts = countSeparators(text, isWhole);
  if (counts === undefined && !isWhole) return undefined;
  const all = counts ?? countAnywhere(text);
  const [most = ','] = SEPARATORS.toSorted((a, b) => (all.get(b) ?? 0) - (all.get(a) ?? 0));
  return { separator: most, headerAt: 0, headerLine: 1 };
}

/** Undefined where the header does not end. */
function countSeparators(text: string, isWhole: boolean): Map<string, number> | undefined {
  const counts = new Map<string, number>();
  let [isQuoted, isCellBegun] = [false, false];
  for (const character of text) {
    if (isQuoted || (character === '"' && !isCellBegun)) {
      // A quote written twice closes and opens again: nothing between is counted either way.
      if (character === '"') isQuoted = !isQuoted;
    } else if (character === '\n' || character === '\r') return counts;
    else if (isSeparator(character)) counts.set(character, (counts.get(character) ?? 0) + 1);
    isCellBegun = !isQuoted && character !== '"' && character !== ' ' && !isSeparator(character);
  }
  return isWhole && !isQuoted ? counts : undefined;
}

/** For a header with a quote that does not close. */
function countAnywhere(text: string): Map<string, number> {
  const [line = ''] = text.split(/[\r\n]/, 1);
  return new Map(SEPARATORS.map((separator) => [separator, line.split(separator).length - 1]));
}

function isSeparator(character: string): boolean {
  return SEPARATORS.some((separator) => separator === character);
}
