import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const HEADER =
  'staff id,job id,organization name,city,region,country,ror id,department,role,start date,end date,url';

/** One row of an export, in the order of the header. */
export function aRow(
  given: Partial<Record<'staffId' | 'jobId' | 'country' | 'rorId' | 'role' | 'start' | 'end', string>> = {},
): string {
  const row = {
    staffId: '000042',
    jobId: 'A-1',
    country: 'US',
    rorId: 'https://ror.org/05dxps055',
    role: 'Steward',
    ...given,
  };
  const { staffId, jobId, country, rorId, role, start = '2021-03-01', end = '' } = row;
  return [staffId, jobId, 'Example University', 'Pasadena', '', country, rorId, 'Library', role, start, end, ''].join(
    ',',
  );
}

const folder = mkdtempSync(path.join(tmpdir(), 'ligature-export-'));

/** For a test file's `afterAll`. */
export function removeExports(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** An export on disk, until `removeExports`. @returns its path */
export function anExport(
  rows: readonly string[],
  { header = HEADER, encode = (text: string) => Buffer.from(text) } = {},
): string {
  mkdirSync(folder, { recursive: true });
  const file = path.join(mkdtempSync(path.join(folder, 'export-')), 'hr-export.csv');
  writeFileSync(file, encode([header, ...rows, ''].join('\n')));
  return file;
}
