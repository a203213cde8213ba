import { createReadStream } from 'node:fs';
import { FeedFileError } from '../feed-file.error.ts';
import { LOCKED } from './zip-archive.ts';

/** A workbook with a password is one stream of this name in a compound file ([MS-OFFCRYPTO] 2.3.2). */
const LOCKED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

/** Says how to save a compound file: workbooks of before 2007 are such, and so are those with a password. */
export async function compoundFileError(file: string): Promise<FeedFileError> {
  return new FeedFileError([
    (await holds(file, LOCKED_STREAM))
      ? LOCKED
      : 'The file is a workbook of before 2007 (.xls), or a document of another program. Open it in a spreadsheet and save it as an Excel workbook (.xlsx).',
  ]);
}

async function holds(file: string, wanted: Buffer): Promise<boolean> {
  let rest = Buffer.alloc(0);
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const bytes = Buffer.concat([rest, chunk]);
    if (bytes.includes(wanted)) return true;
    rest = bytes.subarray(Math.max(bytes.length - wanted.length, 0));
  }
  return false;
}
