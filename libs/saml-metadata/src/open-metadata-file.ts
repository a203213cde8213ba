import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { MetadataCopy, type Validators } from './metadata-copy.ts';
import { UnusableMetadataError } from './unusable-metadata.error.ts';

/** Opens metadata that somebody keeps in a file; its hash tells whether it is another one than before. */
export async function openMetadataFile(file: string, known: Validators): Promise<MetadataCopy | 'unchanged'> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash).catch((cause: unknown) => {
    throw new UnusableMetadataError(`${file} cannot be read`, { cause });
  });
  const etag = hash.digest('hex');
  return etag === known.etag ? 'unchanged' : new MetadataCopy(file, { etag, lastModified: null });
}
