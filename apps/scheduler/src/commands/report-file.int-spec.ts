import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { ReportFile } from './report-file.ts';

describe('the report of an import', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-report-'));

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://example.org";"a, b")'])(
    'holds no formula, and can be read as it was: %j',
    (text) => {
      const file = path.join(folder, 'report.csv');
      const report = new ReportFile(file);
      report.add({ place: 'line', line: 2, staffId: text, jobId: 'A-1', became: 'refused', reasons: [`"${text}", 1`] });
      report.close();
      expect(parse(readFileSync(file))).toEqual([
        ['line', 'staff id', 'job id', 'became', 'reasons'],
        ['2', `'${text}`, 'A-1', 'refused', `"${text}", 1`],
      ]);
    },
  );

  it.each(['line', 'row', 'object'] as const)('says what its numbers count: %s', (place) => {
    const file = path.join(folder, `${place}.csv`);
    const report = new ReportFile(file);
    report.add({ place, line: 2, staffId: '7', jobId: 'A-1', became: 'added', reasons: [] });
    report.close();
    expect(parse(readFileSync(file)).map(([first]) => first)).toEqual([place, '2']);
  });
});
