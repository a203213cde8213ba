import type { MetadataSource } from '@ligature/persistence';
import { fetchMetadata, type MetadataCopy, openMetadataFile } from '@ligature/saml-metadata';

type Validators = Parameters<typeof fetchMetadata>[1];

/** What is asked for when no copy is held. */
export const UNKNOWN: Validators = { etag: null, lastModified: null };

/** Gets the whole document of a source, unless it is the one that is known. @throws UnusableMetadataError */
export function openCopy(
  { kind, location }: Pick<MetadataSource, 'kind' | 'location'>,
  known: Validators = UNKNOWN,
): Promise<MetadataCopy | 'unchanged'> {
  return kind === 'file' ? openMetadataFile(location, known) : fetchMetadata(location, known);
}

/** Uses a copy, and discards it however that ends. */
export async function whileOpen<T>(copy: MetadataCopy, use: () => Promise<T>): Promise<T> {
  try {
    return await use();
  } finally {
    await copy.discard();
  }
}
