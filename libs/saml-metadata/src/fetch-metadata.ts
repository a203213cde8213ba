import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fetch } from 'undici';
import { MetadataCopy, type Validators } from './metadata-copy.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** A federation's list of 100 MiB over a slow line. */
const TIMEOUT_MS = 5 * 60_000;
/** eduGAIN's whole list, the largest there is, is under half of it. Counted after decompression. */
const LARGEST_MIB = 256;

const ACCEPT = 'application/samlmetadata+xml, application/xml;q=0.9, text/xml;q=0.8';

/**
 * Gets metadata from where a provider or federation publishes it, into a file: nothing of it is parsed here.
 * @param known what the copy we hold was called; the server may answer that it is still the newest
 * @throws UnusableMetadataError in plain words
 */
export async function fetchMetadata(
  url: string,
  known: Validators,
  largestMib = LARGEST_MIB,
): Promise<MetadataCopy | 'unchanged'> {
  const response = await fetch(url, {
    headers: { accept: ACCEPT, ...conditions(known) },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  }).catch((cause: unknown) => {
    throw new UnusableMetadataError(`${url} does not answer`, { cause });
  });
  if (response.status === 304) return 'unchanged';
  if (!response.ok || response.body === null)
    throw new UnusableMetadataError(`${url} answers with status ${response.status}`);
  if (url.startsWith('https:') && !response.url.startsWith('https:'))
    throw new UnusableMetadataError(`${url} leads to an address that is not https`);
  return save(bounded(response.body as AsyncIterable<Uint8Array>, url, largestMib), url, {
    etag: response.headers.get('etag'),
    lastModified: response.headers.get('last-modified'),
  });
}

function conditions({ etag, lastModified }: Validators): Record<string, string> {
  return {
    ...(etag !== null && { 'if-none-match': etag }),
    ...(lastModified !== null && { 'if-modified-since': lastModified }),
  };
}

async function save(body: AsyncIterable<Uint8Array>, url: string, validators: Validators): Promise<MetadataCopy> {
  const folder = await mkdtemp(path.join(tmpdir(), 'ligature-metadata-'));
  const file = path.join(folder, 'metadata.xml');
  try {
    await pipeline(body, createWriteStream(file));
    return new MetadataCopy(file, validators, folder);
  } catch (cause) {
    await rm(folder, { recursive: true, force: true });
    throw cause instanceof UnusableMetadataError ? cause : new UnusableMetadataError(`${url} broke off`, { cause });
  }
}

async function* bounded(body: AsyncIterable<Uint8Array>, url: string, largestMib: number): AsyncGenerator<Uint8Array> {
  let size = 0;
  for await (const chunk of body) {
    size += chunk.length;
    if (size > largestMib * 2 ** 20) throw new UnusableMetadataError(`${url} is larger than ${largestMib} MiB`);
    yield chunk;
  }
}
