import { FeedFileError } from './feed-file.error.ts';

/** Encodings a spreadsheet may save in, by their names in the Encoding Standard (https://encoding.spec.whatwg.org). */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'windows-1250', 'iso-8859-15'] as const;

export type Encoding = (typeof ENCODINGS)[number];

/**
 * The text of an export, as it is read. A byte order mark says what it is; without one it must be UTF-8 unless the
 * operator knows better.
 * @throws FeedFileError when a byte does not fit, or is no text: a wrong guess would put wrong names on people's records
 */
export async function* decoded(bytes: AsyncIterable<Uint8Array>, encoding?: Encoding): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  for await (const chunk of bytes) {
    decoder ??= new TextDecoder(markedEncoding(chunk) ?? encoding ?? 'utf-8', { fatal: true });
    const text = decodeChunk(decoder, chunk, line);
    demandText(text, line);
    line += text.split('\n').length - 1;
    yield text;
  }
  if (decoder !== undefined) yield decodeChunk(decoder, undefined, line);
}

function decodeChunk(decoder: TextDecoder, chunk: Uint8Array | undefined, line: number): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch {
    const wrongLine = line + linesBeforeFault(decoder.encoding, chunk);
    throw new FeedFileError([
      `The file is not ${decoder.encoding.toUpperCase()}: line ${wrongLine} holds a character that does not fit. ` +
        'Save it as UTF-8 ("CSV UTF-8" in a spreadsheet), or name the encoding of an HR export, such as windows-1252.',
    ]);
  }
}

/** Letters of UTF-16 are read as UTF-8 without fault, each with a U+0000 beside it. PostgreSQL keeps none. */
function demandText(text: string, firstLine: number): void {
  const at = text.indexOf('\0');
  if (at === -1) return;
  const line = firstLine + text.slice(0, at).split('\n').length - 1;
  throw new FeedFileError([
    `The file holds bytes that are no text (U+0000 in line ${line}). If it is an HR export in UTF-16, say --encoding utf-16le or utf-16be; ` +
      'otherwise save it as UTF-8 again.',
  ]);
}

function linesBeforeFault(encoding: string, chunk: Uint8Array | undefined): number {
  const [before = ''] = new TextDecoder(encoding).decode(chunk).split('\uFFFD');
  return before.split('\n').length - 1;
}

function markedEncoding([first, second, third]: Uint8Array): Encoding | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}
