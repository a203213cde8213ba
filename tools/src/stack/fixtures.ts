import { copyFileSync, readFileSync } from 'node:fs';
import path from 'node:path';

const FIXTURES = path.resolve(import.meta.dirname, '../../../test/fixtures');

/** What the demo and the tests begin with. */
export function fixture(name: string): object {
  return JSON.parse(readFileSync(path.join(FIXTURES, name), 'utf8')) as object;
}

export function copyFixture(name: string, to: string): void {
  copyFileSync(path.join(FIXTURES, name), to);
}
