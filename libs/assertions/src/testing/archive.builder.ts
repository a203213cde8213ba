import { closeSync, openSync, writeSync } from 'node:fs';
import { crc32, deflateRawSync } from 'node:zlib';

/** What is wrong with a part on purpose. */
export interface PartFaults {
  /** Says that it is locked by a password. */
  readonly isLocked?: boolean;
  readonly crc?: number;
  readonly length?: number;
}

export interface ArchivePart extends PartFaults {
  readonly name: string;
  readonly content: string | Buffer;
}

/** Writes a ZIP archive (APPNOTE.TXT 4.3), packed. */
export function writeArchive(file: string, parts: readonly ArchivePart[]): void {
  const descriptor = openSync(file, 'w');
  const directory: Buffer[] = [];
  let at = 0;
  const write = (bytes: Buffer) => void (at += writeSync(descriptor, bytes));
  for (const part of parts) {
    const packed = deflateRawSync(part.content);
    const facts = factsOf(part, packed);
    directory.push(Buffer.concat([header('504b01021400', facts), placed(at), Buffer.from(part.name)]));
    write(Buffer.concat([header('504b0304', facts), Buffer.from(part.name), packed]));
  }
  const length = directory.reduce((sum, entry) => sum + entry.length, 0);
  const begin = at;
  for (const entry of directory) write(entry);
  const end = Buffer.alloc(22);
  end.write('504b0506', 'hex');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(begin, 16);
  write(end);
  closeSync(descriptor);
}

/** Version, flags, method, time, checksum, lengths: alike in both headers of a part. */
function factsOf({ name, content, isLocked = false, crc, length }: ArchivePart, packed: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(20, 0);
  facts.writeUInt16LE(0x800 | (isLocked ? 1 : 0), 2);
  facts.writeUInt16LE(8, 4);
  facts.writeUInt32LE(crc ?? crc32(content), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(length ?? Buffer.byteLength(content), 18);
  facts.writeUInt16LE(Buffer.byteLength(name), 22);
  return facts;
}

function header(signature: string, facts: Buffer): Buffer {
  return Buffer.concat([Buffer.from(signature, 'hex'), facts]);
}

/** The end of an entry of the directory: where its part begins. */
function placed(at: number): Buffer {
  const rest = Buffer.alloc(14);
  rest.writeUInt32LE(at, 10);
  return rest;
}
