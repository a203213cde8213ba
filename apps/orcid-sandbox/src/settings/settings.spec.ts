import { readFileSync } from 'node:fs';
import { EFFECTS } from '../faults/effects.ts';
import { settingsJsonSchema } from './json-schema.ts';
import { loadSettings } from './load-settings.ts';
import { settingsSchema } from './settings.ts';

describe('the settings', () => {
  it('have a published JSON Schema that is current (node dist/settings/print-schema.js)', () => {
    const published = readFileSync(new URL('../../settings.schema.json', import.meta.url), 'utf8');
    expect(JSON.parse(published)).toEqual(JSON.parse(settingsJsonSchema()));
  });

  it('are shown by an example in the README that can be used as it stands', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const [, example = ''] = /```json\n([^]*?)```/.exec(readme) ?? [];
    expect(settingsSchema.parse(JSON.parse(example)).clients[0]?.startedByOrcid?.domains).toHaveLength(1);
  });

  it('name in the README every effect that a fault may have', () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    for (const effect of EFFECTS) expect(readme).toContain(`\`${effect}\``);
  });

  it('are built in when there is no file, with a person for each situation', () => {
    const keys = loadSettings(undefined).people.map((person) => person.key);
    expect(keys).toEqual(
      expect.arrayContaining(['denies', 'revokes-later', 'deletes-our-item', 'locked', 'merged-into', 'deactivated']),
    );
  });

  it('are refused with every fault at once', () => {
    const read = settingsSchema.safeParse({ clients: [{ id: '' }], people: [{ givenNames: 'A' }], surprise: 1 });
    const paths = read.error?.issues.map((issue) => issue.path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['clients.0.id', 'clients.0.secret', 'people.0', '']));
  });
});
