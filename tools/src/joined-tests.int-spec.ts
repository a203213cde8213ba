import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { joinTests } from './joined-tests.ts';

describe('joined test files', () => {
  const root = mkdtempSync(path.join(tmpdir(), 'ligature-joined-'));
  const source = path.join(root, 'libs/people/src');
  const joined = path.join(root, 'test-output/joined');

  beforeEach(() => {
    mkdirSync(source, { recursive: true });
  });

  afterEach(() => {
    rmSync(root, { recursive: true });
  });

  const write = (...names: string[]): void => {
    for (const name of names) writeFileSync(path.join(source, name), '');
    joinTests(root, ['libs/people']);
  };
  const read = (name: string): string => readFileSync(path.join(joined, name), 'utf8');

  it('hold each file once, those without input and output apart', () => {
    write('a.spec.ts', 'b.spec.tsx', 'c.int-spec.ts', 'd.contract-spec.ts', 'not-a-test.ts');
    expect(readdirSync(joined).toSorted()).toEqual(['1.int-spec.ts', 'all.spec.ts']);
    const loaded = (name: string) => [...read(name).matchAll(/load\('([^']*)'\)/g)].map(([, file]) => file);
    const at = '../../libs/people/src';
    expect(loaded('all.spec.ts')).toEqual([`${at}/a.spec.ts`, `${at}/b.spec.tsx`]);
    expect(loaded('1.int-spec.ts')).toEqual([`${at}/c.int-spec.ts`, `${at}/d.contract-spec.ts`]);
  });

  it('are several where there are many, so that they can run at the same time', () => {
    write(...Array.from({ length: 20 }, (_, at) => `${at}.int-spec.ts`));
    expect(readdirSync(joined)).toHaveLength(2);
  });

  it('go when what they held has gone', () => {
    write('a.spec.ts', 'c.int-spec.ts');
    rmSync(path.join(source, 'a.spec.ts'));
    joinTests(root, ['libs/people']);
    expect(readdirSync(joined)).toEqual(['1.int-spec.ts']);
  });
});
