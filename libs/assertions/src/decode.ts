import { FILE_ENCODINGS, type FileEncoding } from '@ligature/persistence';
import { FeedFileError } from './feed-file.error.ts';

/** Encodings a spreadsheet may save in, by their names in the Encoding Standard (https://encoding.spec.whatwg.org). */
export const ENCODINGS = FILE_ENCODINGS;

export type Encoding = FileEncoding;

/**
 * The text of a file, as it is read. A byte order mark, or the zeros of UTF-16, say what it is; otherwise it must be UTF-8
 * unless the operator knows better.
 * @throws FeedFileError when a byte does not fit: a wrong guess would put wrong names on people's records
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding?: Encoding): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  const read = new ReadLines();
  for await (const chunk of bytes) {
    if (decoder === undefined) demandText(chunk);
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? zeroedEncoding(chunk) ?? encoding ?? 'utf-8', { fatal: true });
    const text = decodeChunk(decoder, chunk, read);
    read.count(text);
    yield text;
  }
  if (decoder !== undefined) yield decodeChunk(decoder, undefined, read);
}

/** In which line of a text its reader stands, whichever way its lines end. */
class ReadLines {
  private lines = 1;
  private endsInReturn = false;

  count(text: string): void {
    if (text === '') return;
    const isContinued = this.endsInReturn && text.startsWith('\n');
    this.lines += (text.match(/\r\n|\r|\n/g)?.length ?? 0) - (isContinued ? 1 : 0);
    this.endsInReturn = text.endsWith('\r');
  }

  /** The line after this text. */
  after(text: string): number {
    const there = new ReadLines();
    [there.lines, there.endsInReturn] = [this.lines, this.endsInReturn];
    there.count(text);
    return there.lines;
  }
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array | undefined, read: ReadLines): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    const [before = ''] = new TextDecoder(decoder.encoding).decode(chunk).split('\uFFFD');
    throw new FeedFileError([
      `The file is not ${decoder.encoding.toUpperCase()}: line ${read.after(before)} holds a character that does not fit. ` +
        'Save it as UTF-8 ("CSV UTF-8" in a spreadsheet); or name the encoding of an HR export, such as windows-1252, by ' +
        '--encoding, or as "feed.encoding" in the institution file.',
    ]);
  }
}

/** How archives and the workbooks of today begin, those of before 2007, and PDF. */
const NO_TEXT: readonly (readonly number[])[] = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
];

function demandText(beginning: Uint8Array): void {
  if (NO_TEXT.some((bytes) => bytes.every((byte, at) => beginning[at] === byte)))
    throw new FeedFileError([
      'The file is a workbook, an archive or a PDF, and no text. Open it in a spreadsheet and save it as "CSV UTF-8".',
    ]);
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** So much of a file is its header: headings are Latin as a rule. */
const BEGINNING = 64;

/** In UTF-16 every other byte of a Latin letter is zero; no other encoding of a text has any. */
function zeroedEncoding(chunk: Uint8Array): Encoding | undefined {
  const bytes = [...chunk.subarray(0, BEGINNING)];
  const zerosAt = (parity: number): number => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length;
  const [even, odd] = [zerosAt(0), zerosAt(1)];
  if (Math.max(even, odd) * 4 < bytes.length) return undefined;
  return odd > even ? 'utf-16le' : 'utf-16be';
}
