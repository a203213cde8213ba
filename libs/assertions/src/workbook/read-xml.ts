import { SaxesParser } from 'saxes';
import { FeedFileError } from '../feed-file.error.ts';
import { damaged, tooLarge } from './unusable-workbook.ts';

export type Attributes = Readonly<Record<string, string>>;

/** Hears of an XML document in its order. Names come without their prefix. */
export interface XmlListener {
  open(name: string, attributes: Attributes): void;
  close?(name: string): void;
  text?(text: string): void;
}

/** So much text between two tags is held in memory at once. */
const LONGEST = 4_000_000;

/**
 * Reads a part of a workbook as it comes, and yields its listener after each piece, so that what it heard can be taken on.
 * @throws FeedFileError when it is no XML in UTF-8, or has a document type: entities are how XML reads other files
 */
export async function* readXml<L extends XmlListener>(
  bytes: AsyncIterable<Uint8Array>,
  listener: L,
): AsyncGenerator<L> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let unheard = 0;
  const parser = parserFor(listener, () => (unheard = 0));
  for await (const chunk of bytes) {
    unheard += chunk.length;
    parser.write(decoded(decoder, chunk));
    if (unheard > LONGEST) throw tooLarge(`has a text of more than ${LONGEST} characters`);
    yield listener;
  }
  parser.write(decoded(decoder));
  parser.close();
  yield listener;
}

function decoded(decoder: TextDecoder, chunk?: Uint8Array): string {
  try {
    return decoder.decode(chunk, { stream: chunk !== undefined });
  } catch (cause) {
    throw damaged('a part of it is not UTF-8', { cause });
  }
}

/** Reads a part of a workbook to its end. @throws FeedFileError as `readXml` does */
export async function hearXml(bytes: AsyncIterable<Uint8Array>, listener: XmlListener): Promise<void> {
  const pieces = readXml(bytes, listener);
  while ((await pieces.next()).done !== true);
}

/** The value of an attribute, whatever its prefix. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  return attributes[name] ?? Object.entries(attributes).find(([given]) => given.endsWith(`:${name}`))?.[1];
}

function parserFor(listener: XmlListener, onTag: () => void): SaxesParser<{ xmlns: false; position: false }> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on('error', (cause) => {
    throw damaged('a part of it is not well-formed XML', { cause });
  });
  parser.on('doctype', () => {
    throw new FeedFileError([
      'The workbook has a document type, which no spreadsheet writes and which can read other files. It was not made by a spreadsheet: export it again.',
    ]);
  });
  parser.on('opentag', ({ name, attributes }) => {
    onTag();
    listener.open(localName(name), attributes);
  });
  parser.on('closetag', ({ name }) => {
    onTag();
    listener.close?.(localName(name));
  });
  parser.on('text', (text) => listener.text?.(text));
  parser.on('cdata', (text) => listener.text?.(text));
  return parser;
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
