import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import path from 'node:path';
import { decoded, type Encoding } from './decode.ts';
import { unreadable } from './unreadable-file.ts';

/** The text of a file on disk, read as a stream, however large it is. */
export class FileText {
  readonly name: string;

  constructor(
    private readonly file: string,
    private readonly encoding?: Encoding,
  ) {
    this.name = path.basename(file);
  }

  /** SHA-256 of the text, hex. Reads the whole file once, so a wrong encoding is found before anything is taken. */
  async hash(): Promise<string> {
    const hash = createHash('sha256');
    for await (const text of this.chunks()) hash.update(text);
    return hash.digest('hex');
  }

  /** As much as is read at once. */
  async beginning(): Promise<string> {
    for await (const text of this.chunks()) if (text !== '') return text;
    return '';
  }

  /** @throws FeedFileError when it cannot be read, or is in another encoding */
  async *chunks(): AsyncGenerator<string> {
    try {
      yield* decoded(createReadStream(this.file), this.encoding);
    } catch (error) {
      throw unreadable(error) ?? error;
    }
  }
}
