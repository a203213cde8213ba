import { open } from 'node:fs/promises';
import { unreadable } from './unreadable-file.ts';

/** What a file is by its first bytes, whatever it is called: an archive as workbooks of today are, a compound file as older ones are, or else a text. */
export type FileForm = 'archive' | 'compound' | 'text';

/** How archives begin, with parts and without, and compound files ([MS-CFB] 2.2). */
const BEGINNINGS: readonly (readonly [FileForm, string])[] = [
  ['archive', '504b0304'],
  ['archive', '504b0506'],
  ['compound', 'd0cf11e0a1b11ae1'],
];

/** @throws FeedFileError when it cannot be read */
export async function formOf(file: string): Promise<FileForm> {
  const beginning = await firstBytes(file, 8).catch((error: unknown) => {
    throw unreadable(error) ?? error;
  });
  return BEGINNINGS.find(([, bytes]) => beginning.startsWith(bytes))?.[0] ?? 'text';
}

/** In hexadecimal digits. */
async function firstBytes(file: string, length: number): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('hex', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
