import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AssertionsModule, FeedFile, PeopleImport } from '@ligature/assertions';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { describeImport } from './describe-import.ts';

const HEADER = 'staff id,job id,organization name,city,country,ror id,role,start date';
const row = (jobId: string, country = 'DE', ror = '05dxps055') =>
  `000042,${jobId},Example University,Berlin,${country},https://ror.org/${ror},Steward ${jobId.slice(-1)},2021-03-01`;

describe('what people are told of an import', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-import-'));
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ imports: [AssertionsModule] });
  });

  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('is what became of the rows, why by cause, and which jobs go on under another id', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const take = async (...rows: string[]) => {
      const file = path.join(folder, 'export.csv');
      writeFileSync(file, [HEADER, ...rows, ''].join('\n'));
      const outcome = await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file)));
      if (outcome.kind === 'refused') throw new Error(outcome.faults.join(' '));
      return describeImport(outcome);
    };
    expect(await take(row('A-1'), row('A-2'))).toBe(
      '2 rows: 2 added, 0 changed, 0 unchanged, 0 refused.\nNo longer listed: 0 known jobs.',
    );
    expect((await take(row('A-1').replace('Steward 1', 'NULL'), row('A-2'))).split('\n')[2]).toBe(
      '1 cell holds only a placeholder such as NULL, and is read as empty.',
    );
    await take(row('A-1'), row('A-2'));
    const bad = [row('A-3', 'UK', '05dxps056'), row('A-4', 'UK'), row('A-5', 'EU'), 'Total: 5'];
    expect((await take(row('B-1'), ...bad)).split('\n')).toEqual([
      '5 rows: 0 added, 0 changed, 1 unchanged, 4 refused.',
      'No longer listed: 1 known job.',
      'Another id for the same job (same person, organisation, role and start), which goes on as it was: 1',
      '  line 2: job B-1 of 000042 was A-1',
      'Refused rows by cause:',
      '  3 rows: unknown country',
      '  1 row: ROR id that is none',
      '  1 row: row without a job',
      'Refused rows (what was known of them stays as it was):',
      expect.stringMatching(/^ {2}line 3: country "UK" must .* such as GB\. ror id "https:/) as string,
      expect.stringMatching(/^ {2}line 4: country "UK"/) as string,
      expect.stringMatching(/^ {2}line 5: country "EU"/) as string,
      expect.stringMatching(/^ {2}line 6: The row holds one text and no job/) as string,
    ]);
  });

  it('names the staff ids that may have been given to somebody else', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const take = async (person: string) => {
      const file = path.join(folder, 'people.csv');
      writeFileSync(file, [`${HEADER},full name,mail`, `${row('A-1')},${person}`, ''].join('\n'));
      const outcome = await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file)));
      if (outcome.kind === 'refused') throw new Error(outcome.faults.join(' '));
      return describeImport(outcome);
    };
    await take('Lena Brandt,lena@example.edu');
    expect(await take('John Smith,john@example.edu')).toBe(
      [
        '1 row: 0 added, 0 changed, 1 unchanged, 0 refused.',
        'No longer listed: 0 known jobs.',
        'Staff ids with both another name and another mail address than before: 1. See that none was given to somebody else:',
        '  staff id 000042: was Lena Brandt <lena@example.edu>, is now John Smith <john@example.edu>',
      ].join('\n'),
    );
  });

  it('names the newer file whose place an older one takes', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const take = async (name: string, role: string) => {
      const file = path.join(folder, name);
      writeFileSync(file, [HEADER, row('A-1').replace('Steward 1', role), ''].join('\n'));
      const outcome = await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file)));
      if (outcome.kind === 'refused') throw new Error(outcome.faults.join(' '));
      return describeImport(outcome);
    };
    for (const [name, role] of [
      ['old.csv', 'Steward'],
      ['new.csv', 'Head'],
    ] as const)
      expect(await take(name, role)).not.toContain('takes the place');
    expect((await take('old.csv', 'Steward')).split('\n')[1]).toMatch(
      /^This file was imported before: what it says takes the place of a newer file, new\.csv of \d{4}-\S+Z\.$/,
    );
  });
});
