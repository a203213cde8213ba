import { readFileSync } from 'node:fs';
import path from 'node:path';
import { FEED_FIELDS } from '@ligature/persistence';
import { anInstitution, TestModule } from '@ligature/persistence/testing';
import { AssertionsModule } from './assertions.module.ts';
import { FACTS } from './feed-fields.ts';
import { FeedFile } from './feed-file.ts';
import { ruleOf } from './field-kinds.ts';
import { NO_END } from './dates.ts';
import { PeopleImport } from './people-import.ts';
import { anExport, removeExports } from './testing/export-file.builder.ts';

const PAGE = readFileSync(path.resolve(import.meta.dirname, '../../../docs/people-file.md'), 'utf8');
const blocksOf = (language: string) =>
  [...PAGE.matchAll(new RegExp(`\`\`\`${language}\n(.*?)\`\`\``, 'gs'))].map(([, text = '']) => text);

describe('docs/people-file.md', () => {
  afterAll(removeExports);

  let app: TestModule;

  beforeAll(async () => {
    app = await TestModule.start({ imports: [AssertionsModule] });
  });

  afterAll(() => app.close());

  it('has every field with its headings, meaning, rule and example, and no other', () => {
    const rows = FEED_FIELDS.map((field) => {
      const { headings, isRequired, meaning, example } = FACTS[field];
      const rule = ruleOf(FACTS[field]);
      const cells = [`\`${field}\``, headings.join(', '), isRequired ? '**yes**' : '', meaning, rule, `\`${example}\``];
      return `| ${cells.join(' | ')} |`;
    });
    expect(PAGE.split('\n').filter((line) => /^\| `\w+` \|/.test(line))).toEqual(rows);
  });

  it('names the days that mean no end', () => {
    for (const day of NO_END) expect(PAGE).toContain(`\`${day}\``);
  });

  it('shows objects that are imported as they stand', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const [objects = ''] = blocksOf('jsonl');
    const file = new FeedFile(anExport([], { header: objects }));
    expect(await app.request(() => app.get(PeopleImport).import(institution, file))).toMatchObject({
      report: { counts: { rows: 2, added: 2 } },
    });
  });

  it('shows a table that is imported as it stands', async () => {
    const institution = anInstitution();
    await app.store(institution);
    const [header = '', ...rows] = (blocksOf('csv')[0] ?? '').trim().split('\n');
    const file = new FeedFile(anExport(rows, { header }));
    expect(await app.request(() => app.get(PeopleImport).import(institution, file))).toMatchObject({
      report: { counts: { rows: 3, added: 3, refused: 0 } },
    });
  });
});
