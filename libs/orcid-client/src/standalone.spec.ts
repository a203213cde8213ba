import { globSync, readFileSync } from 'node:fs';

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8');
const names = (text: string) =>
  [...text.matchAll(/export (?:type )?\{([^}]*)\}/g)]
    .flatMap(([, list = '']) => list.split(',').flatMap((name) => name.replace('type ', '').trim() || []))
    .sort();

describe('the client without NestJS', () => {
  it('has all that it has with NestJS, but for the module and its configuration', () => {
    const extra = ['OrcidClientModule', 'OrcidClientConfig'];
    const app = names(read('./index.ts')).filter((name) => !extra.includes(name));
    expect(names(read('./standalone.ts'))).toEqual(app);
  });

  it('needs neither NestJS nor another library but the model', () => {
    const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter(
      (file) => !/^(nest|testing)\/|^index\.ts$|spec\.ts$/.test(file),
    );
    expect(files).toContain('orcid-client.ts');
    expect(files.filter((file) => /'(@nestjs|@ligature\/runtime)/.test(read(`./${file}`)))).toEqual([]);
  });
});
