/** What stands at one place of a CSV text: a record, what is wrong with it, or too little text to say. */
export type CsvRecord =
  | { readonly kind: 'record'; readonly cells: readonly string[]; readonly end: number; readonly lines: number }
  /** A closing quote is followed by text. `cells` are those before it, which are sure. */
  | { readonly kind: 'stray-quote'; readonly cells: readonly string[] }
  /** A quote that opens `linesBefore` lines below the beginning of the record does not close. */
  | { readonly kind: 'unclosed'; readonly linesBefore: number }
  | { readonly kind: 'more' };

type Cell =
  | { readonly kind: 'cell'; readonly value: string; readonly end: number; readonly breaks: number }
  | { readonly kind: 'stray-quote' }
  | { readonly kind: 'unclosed' }
  | { readonly kind: 'more' };

const QUOTE = '"';
const LINE_END = /\r\n|\r|\n/g;

/** Reads records whose cells one character separates (RFC 4180, with any line end). */
export class CsvRecords {
  private readonly plainCell: RegExp;
  private readonly blanks: RegExp;

  constructor(private readonly separator: string) {
    const escaped = separator.replace(/[\\\]^-]/, '\\$&');
    this.plainCell = new RegExp(`[^${escaped}\\r\\n]*`, 'uy');
    this.blanks = separator === '\t' ? / */y : separator === ' ' ? /\t*/y : /[ \t]*/y;
  }

  /** @param isWhole whether nothing follows the text */
  at(text: string, from: number, isWhole: boolean): CsvRecord {
    const cells: string[] = [];
    let [at, breaks] = [from, 0];
    for (;;) {
      const cell = this.cellAt(text, at, isWhole);
      if (cell.kind === 'stray-quote') return { kind: 'stray-quote', cells };
      if (cell.kind === 'unclosed') return { kind: 'unclosed', linesBefore: breaks };
      if (cell.kind === 'more') return cell;
      cells.push(cell.value);
      breaks += cell.breaks;
      if (!text.startsWith(this.separator, cell.end)) {
        return { kind: 'record', cells, end: afterLineEnd(text, cell.end), lines: breaks + 1 };
      }
      at = cell.end + this.separator.length;
    }
  }

  private cellAt(text: string, from: number, isWhole: boolean): Cell {
    const start = this.skipBlanks(text, from);
    if (text[start] === QUOTE) return this.quotedAt(text, start + 1, isWhole);
    this.plainCell.lastIndex = from;
    this.plainCell.exec(text);
    const end = this.plainCell.lastIndex;
    if (!isWhole && !isDecided(text, end)) return { kind: 'more' };
    // A quote that does not open a cell is a character like others, as in 5" disk.
    return { kind: 'cell', value: trimmed(text.slice(from, end)), end, breaks: 0 };
  }

  private quotedAt(text: string, start: number, isWhole: boolean): Cell {
    const close = closingQuote(text, start);
    if (close === -1) return { kind: isWhole ? 'unclosed' : 'more' };
    const end = this.skipBlanks(text, close + 1);
    if (!isWhole && !isDecided(text, end)) return { kind: 'more' };
    if (end < text.length && !text.startsWith(this.separator, end) && !isLineEnd(text[end]))
      return { kind: 'stray-quote' };
    const value = text.slice(start, close).replaceAll('""', QUOTE);
    return { kind: 'cell', value, end, breaks: countLineEnds(value) };
  }

  private skipBlanks(text: string, from: number): number {
    this.blanks.lastIndex = from;
    this.blanks.exec(text);
    return this.blanks.lastIndex;
  }
}

/** Where the next line begins, or the text ends. */
export function nextLine(text: string, from: number): number {
  const at = text.slice(from).search(/[\r\n]/);
  return at === -1 ? text.length : afterLineEnd(text, from + at);
}

export function countLineEnds(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}

/** A quote within quotes is written twice. */
function closingQuote(text: string, start: number): number {
  let at = text.indexOf(QUOTE, start);
  while (at !== -1 && text[at + 1] === QUOTE) at = text.indexOf(QUOTE, at + 2);
  return at;
}

/** Whether more text would not change what ends here: after CR may come LF. */
function isDecided(text: string, end: number): boolean {
  return end < text.length - 1 || (end === text.length - 1 && text[end] !== '\r');
}

function isLineEnd(character: string | undefined): boolean {
  return character === '\r' || character === '\n';
}

function afterLineEnd(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
}

function trimmed(text: string): string {
  return text.replace(/^[ \t\f]+|[ \t\f]+$/g, '');
}
