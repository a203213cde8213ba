import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AssertionsModule, FeedFile, PeopleImport } from '@ligature/assertions';
import { InstitutionFile } from '@ligature/institutions';
import type { Institution } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { describeImport } from './describe-import.ts';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../../../docs/people-file.md'), 'utf8');
const [, EXAMPLE = ''] = PAGE.split('## Headings of your own');
const block = (language: string) => new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 's').exec(EXAMPLE)?.[1] ?? '';

describe('the example of docs/people-file.md', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-example-'));
  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ imports: [AssertionsModule] });
  });

  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true });
  });

  it('is an institution file and an export that are taken, and that is what is said', async () => {
    const { feed } = InstitutionFile.parse(JSON.parse(block('json')));
    const institution = anInstitution();
    Object.assign(institution, { feed } satisfies Partial<Institution>);
    await app.store(institution);
    const file = path.join(folder, path.basename(feed.file ?? ''));
    writeFileSync(file, block('csv'));
    const outcome = await app.request(() => app.get(PeopleImport).import(institution, new FeedFile(file)));
    if (outcome.kind === 'refused') throw new Error(outcome.faults.join(' '));
    expect(describeImport(outcome)).toBe(block('text').trim());
  });
});
