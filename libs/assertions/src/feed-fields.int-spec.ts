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

  it('shows a file that is imported as it stands, and under the settings it shows', async () => {
    const files = blocksOf('csv');
    const settings = blocksOf('json').map((text) => JSON.parse(`{${text}}`) as { feed: object });
    expect([files.length, settings.length]).toEqual([2, 1]);
    for (const [at, [text, jobs]] of [[files[0] ?? '', 3] as const, [files[1] ?? '', 2] as const].entries()) {
      const institution = anInstitution();
      if (at === 1) Object.assign(institution, { feed: { ...institution.feed, ...settings[0]?.feed } });
      await app.store(institution);
      const [header = '', ...rows] = text.trim().split('\n');
      const file = new FeedFile(anExport(rows, { header }));
      expect(await app.request(() => app.get(PeopleImport).import(institution, file))).toMatchObject({
        kind: 'imported',
        report: { counts: { rows: jobs, added: jobs, refused: 0 } },
      });
    }
  });
});
