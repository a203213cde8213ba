import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';

/** By what a copy is recognized (RFC 9110, section 8.8). */
export interface Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;
}

/** Small enough that reading one piece holds nobody up. */
const PIECE_BYTES = 16 * 1024;

/** A document of metadata as a file, which may be too large for the memory. */
export class MetadataCopy implements Validators {
  readonly etag: string | null;
  readonly lastModified: string | null;

  /** @param folder a folder of its own, which goes with it */
  constructor(
    private readonly file: string,
    { etag, lastModified }: Validators,
    private readonly folder?: string,
  ) {
    this.etag = etag;
    this.lastModified = lastModified;
  }

  chunks(): AsyncIterable<Uint8Array> {
    return createReadStream(this.file, { highWaterMark: PIECE_BYTES }) as AsyncIterable<Uint8Array>;
  }

  async discard(): Promise<void> {
    if (this.folder !== undefined) await rm(this.folder, { recursive: true, force: true });
  }
}
