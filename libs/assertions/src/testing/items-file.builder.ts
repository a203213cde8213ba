import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const folder = mkdtempSync(path.join(tmpdir(), 'ligature-items-'));

/** For a test file's `afterAll`. */
export function removeItemsFiles(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** An items file on disk, until `removeItemsFiles`. @returns its path */
export function anItemsFile(lines: readonly (object | string)[]): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(mkdtempSync(path.join(folder, 'items-')), 'items.ndjson');
  writeFileSync(file, lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''));
  return file;
}
