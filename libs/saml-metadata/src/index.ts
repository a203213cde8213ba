export { fetchMetadata } from './fetch-metadata.ts';
export { mdqAddress } from './mdq-address.ts';
export type { MetadataCopy } from './metadata-copy.ts';
export { openMetadataFile } from './open-metadata-file.ts';
export type { ReadEntity } from './read-entity.ts';
export { readMetadata } from './read-metadata.ts';
export { UnusableMetadataError } from './unusable-metadata.error.ts';
