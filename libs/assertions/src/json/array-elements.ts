import { FeedFileError } from '../feed-file.error.ts';
import type { TextLine } from '../text-lines.ts';

/** Longer than anything that is said of one job. */
const LONGEST = 1_000_000;

/** People are flat objects. */
export const MOST_NESTED = 16;

const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };
const MARKS = /["{}[\],]/g;
const STRING_END = /\\.|"/gs;

/**
 * Cuts a JSON array into its elements as it comes, each by its number. Whether one is JSON is for its reader to find out.
 * @throws FeedFileError when the array is none: nobody can say where its elements are
 */
export async function* arrayElements(chunks: AsyncIterable<string>): AsyncGenerator<TextLine> {
  const cutter = new ElementCutter();
  for await (const chunk of chunks) yield* cutter.cut(chunk);
  cutter.demandEnd();
}

/** An array is JSON or it is not: behind a mistake nobody can say where its objects are. */
export function brokenArray(line: number, what: string): FeedFileError {
  return new FeedFileError([`The file is no JSON array of objects: object ${line} ${what}.`]);
}

class ElementCutter {
  private line = 0;
  private text = '';
  /** How far `text` was looked at. */
  private at = 0;
  private isString = false;
  private isOver = false;
  /** What closes the brackets that are open; the first of them is that of the array. */
  private readonly open: string[] = [];

  *cut(chunk: string): Generator<TextLine> {
    this.text += chunk;
    for (let mark = this.nextMark(); mark !== undefined; mark = this.nextMark()) {
      if (this.open.length === 0) this.begin(mark);
      else if (this.open.length === 1 && (mark === ',' || mark === ']')) yield* this.end(mark);
      else this.nest(mark);
    }
    if (this.text.length > LONGEST) throw this.refusal(`has more than ${LONGEST} characters`);
  }

  demandEnd(): void {
    if (!this.isOver) throw this.refusal('does not end: the export broke off, make it again');
    if (this.text.trim() !== '')
      throw new FeedFileError(['Something stands behind the end of the JSON array. Export it again.']);
  }

  /** The next character outside of texts that gives the array its shape; a text is passed as a whole. */
  private nextMark(): string | undefined {
    for (;;) {
      const [mark] = this.find(this.isString ? STRING_END : MARKS) ?? [];
      if (mark === undefined) return undefined;
      if (mark === '"') this.isString = !this.isString;
      else if (!this.isString) return mark;
    }
  }

  private find(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.at;
    const found = what.exec(this.text);
    // A backslash at the end of a chunk goes with the character after it.
    const end = this.isString && this.text.endsWith('\\') ? this.at : this.text.length;
    this.at = found === null ? end : what.lastIndex;
    return found;
  }

  private begin(mark: string): void {
    if (this.isOver || mark !== '[') throw this.refusal('stands where none can');
    this.open.push(']');
    this.text = this.text.slice(this.at);
    this.at = 0;
  }

  private *end(mark: string): Generator<TextLine> {
    const text = this.text.slice(0, this.at - 1).trim();
    this.text = this.text.slice(this.at);
    this.at = 0;
    if (text === '' && (mark === ',' || this.line > 0)) throw this.refusal('is missing before or behind a comma');
    this.line++;
    if (mark === ']') {
      this.open.pop();
      this.isOver = true;
    }
    if (text !== '') yield { line: this.line, text };
  }

  private nest(mark: string): void {
    const closing = CLOSING[mark];
    if (closing !== undefined) this.open.push(closing);
    else if (mark !== ',' && this.open.pop() !== mark) throw this.refusal(`has a "${mark}" that closes nothing`);
    if (this.open.length > MOST_NESTED) throw this.refusal(`is nested more than ${MOST_NESTED} deep`);
  }

  /** Of the object that is being read. */
  private refusal(what: string): FeedFileError {
    return brokenArray(this.line + 1, what);
  }
}
