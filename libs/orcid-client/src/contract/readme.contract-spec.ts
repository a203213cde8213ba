import { readFileSync } from 'node:fs';
import { welcome } from '../../example.ts';
import { SandboxProcess, US } from '../testing/sandbox-process.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');

describe('the example of the README', () => {
  it('is the one that is tried here', () => {
    const [, shown] = /```ts\n(import[^]*?)```/.exec(read('README.md')) ?? [];
    expect(shown).toBe(read('example.ts').replace('./src/standalone.ts', '@ligature/orcid-client/standalone'));
  });

  it('does what it says', async () => {
    const orcid = await SandboxProcess.start();
    const client = orcid.client();
    const code = await orcid.code('ada', ['/read-limited', '/activities/update']);
    expect(await welcome(client, US, code)).toEqual([]);
    const access = await orcid.access('ada');
    expect(await client.items.itemsIn(access, 'employment')).toMatchObject([
      { content: { organization: { name: 'Caltech' }, end: { year: 2024 } } },
    ]);
    await client.close();
    await orcid.stop();
  });
});
