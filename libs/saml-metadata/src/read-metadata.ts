import { SaxesParser } from 'saxes';
import { EntityReader } from './entity-reader.ts';
import { EnvelopedSignature } from './signature/enveloped-signature.ts';
import { demandLasting, type MetadataDemands } from './metadata-demands.ts';
import type { ReadEntity } from './read-entity.ts';
import type { ReadingEvent } from './reading-event.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/**
 * Reads the identity providers of a document of any size while it comes, so that nothing waits for it and little of it is
 * ever in memory.
 *
 * **What it yields is not to be trusted before it has ended**: only at the end is it known whether the signature over all
 * of it holds. Keep it in a transaction, which the error ends.
 *
 * @param chunks UTF-8
 * @throws UnusableMetadataError in plain words
 */
export async function* readMetadata(
  chunks: AsyncIterable<Uint8Array>,
  demands: MetadataDemands,
): AsyncGenerator<ReadEntity> {
  const reader = new EntityReader();
  const signature = demands.signedBy.length > 0 ? new EnvelopedSignature() : undefined;
  let isRootSeen = false;
  const parser = parserFor((event) => {
    if (event.kind === 'start' && !isRootSeen) demandLasting(event.tag, demands);
    isRootSeen ||= event.kind === 'start';
    signature?.add(event);
    reader.add(event);
  });
  for await (const text of decoded(chunks)) {
    parser.write(text);
    yield* reader.take();
  }
  parser.close();
  signature?.demandFrom(demands.signedBy);
}

function parserFor(onEvent: (event: ReadingEvent) => void): SaxesParser<{ xmlns: true; position: false }> {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const refuse = (what: string) => (): never => {
    throw new UnusableMetadataError(`it has ${what}`);
  };
  parser.on('error', (cause) => {
    throw new UnusableMetadataError('it is not well-formed XML', { cause });
  });
  parser.on('doctype', refuse('a document type'));
  parser.on('xmldecl', ({ version, encoding = 'UTF-8' }) => {
    if (version !== '1.0' || encoding.toUpperCase() !== 'UTF-8') refuse('an encoding other than UTF-8')();
  });
  parser.on('opentag', (tag) => {
    onEvent({ kind: 'start', tag });
  });
  parser.on('text', (text) => {
    onEvent({ kind: 'text', text });
  });
  parser.on('cdata', (text) => {
    onEvent({ kind: 'text', text });
  });
  parser.on('closetag', () => {
    onEvent({ kind: 'end' });
  });
  return parser;
}

async function* decoded(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for await (const chunk of chunks) yield decode(() => decoder.decode(chunk, { stream: true }));
  yield decode(() => decoder.decode());
}

function decode(decoding: () => string): string {
  try {
    return decoding();
  } catch (cause) {
    throw new UnusableMetadataError('it is not UTF-8', { cause });
  }
}
