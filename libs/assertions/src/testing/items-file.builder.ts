import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';

const folder = mkdtempSync(path.join(tmpdir(), 'ligature-items-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** An items file on disk, as long as the tests of this file run. @returns its path */
export function anItemsFile(lines: readonly (object | string)[]): string {
  const file = path.join(mkdtempSync(path.join(folder, 'items-')), 'items.ndjson');
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return file;
}
