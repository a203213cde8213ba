import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { FeedFileError } from '../feed-file.error.ts';
import { damaged, tooLarge } from './unusable-workbook.ts';
import { unreadable } from '../unreadable-file.ts';

const MIB = 2 ** 20;

/** A sheet of a million rows with thirty columns has 1.5 GiB. */
const MOST_BYTES = 4096 * MIB;

/** Parts that are smaller may be packed however well. */
const FREE_BYTES = 16 * MIB;

/** Sheets pack by 10 to 60; what an attacker packs, by up to 1032. */
const MOST_PACKED = 200;

/** A workbook has a part for each sheet, drawing and picture. */
const MOST_PARTS = 10_000;

/** The parts of a ZIP archive on disk, each read as a stream of bounded length. */
export class ZipArchive {
  private constructor(
    private readonly zip: ZipFile,
    private readonly entries: ReadonlyMap<string, Entry>,
  ) {}

  /** Close it. @throws FeedFileError when it is no archive, is locked by a password, or names a part twice */
  static async open(file: string): Promise<ZipArchive> {
    const zip = await openPromise(file, { autoClose: false }).catch(refuse);
    try {
      return new ZipArchive(zip, await entriesOf(zip));
    } catch (error) {
      zip.close();
      return refuse(error);
    }
  }

  close(): void {
    this.zip.close();
  }

  /** Names of parts are alike whatever their case (ISO/IEC 29500-2, 6.2.2.3). */
  has(name: string): boolean {
    return this.entries.has(name.toLowerCase());
  }

  /** @throws FeedFileError when there is no such part, it is larger than `most`, packed beyond reason or damaged */
  async *bytes(name: string, most = MOST_BYTES): AsyncGenerator<Uint8Array> {
    const entry = this.entries.get(name.toLowerCase());
    if (entry === undefined) throw damaged(`it has no part ${name}`);
    try {
      yield* bounded(await this.zip.openReadStreamPromise(entry), entry, most);
    } catch (error) {
      refuse(error);
    }
  }
}

async function entriesOf(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > MOST_PARTS) throw tooLarge(`has more than ${MOST_PARTS} parts`);
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) {
    if (entry.isEncrypted()) throw new FeedFileError([LOCKED]);
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw damaged(`it has two parts ${name}`);
    entries.set(name, entry);
  }
  return entries;
}

/** What is unpacked is counted as it comes: what an archive says of its sizes may be untrue. */
async function* bounded(chunks: AsyncIterable<Uint8Array>, entry: Entry, most: number): AsyncGenerator<Uint8Array> {
  const packed = Math.max(entry.compressedSize, 1);
  let [length, sum] = [0, 0];
  for await (const chunk of chunks) {
    length += chunk.length;
    sum = crc32(chunk, sum);
    if (length > most) throw tooLarge(`has a part of more than ${most / MIB} MiB`);
    if (length > FREE_BYTES && length > packed * MOST_PACKED)
      throw tooLarge(`has a part that is packed to less than one part in ${MOST_PACKED}, which no table is`);
    yield chunk;
  }
  if (sum !== entry.crc32) throw damaged(`its part ${entry.fileName} has another checksum than it says`);
}

/** yauzl and zlib throw plain errors for whatever breaks the rules of an archive. */
function refuse(error: unknown): never {
  throw error instanceof FeedFileError
    ? error
    : (unreadable(error) ?? damaged('it is no whole archive', { cause: error }));
}

/** For every form of a locked workbook. */
export const LOCKED = 'The workbook is locked by a password. Open it in a spreadsheet and save it without one.';
