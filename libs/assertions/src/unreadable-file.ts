import { FeedFileError } from './feed-file.error.ts';

const UNREADABLE = ['ENOENT', 'EACCES', 'EISDIR'];

/** What the operating system says of a file that cannot be read, in plain words; undefined for any other error. */
export function unreadable(error: unknown): FeedFileError | undefined {
  if (!Error.isError(error) || !('code' in error) || !UNREADABLE.includes(String(error.code))) return undefined;
  const file = 'path' in error ? `The file ${String(error.path)}` : 'The file';
  return new FeedFileError([`${file} cannot be read (${String(error.code)}): check its path and who may read it.`]);
}
