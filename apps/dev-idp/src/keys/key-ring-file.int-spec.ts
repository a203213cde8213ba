import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keptKeyRing } from './key-ring-file.ts';

describe('The file of keys', () => {
  const now = new Date();
  let folder: string;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dev-idp-'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  it('gives the same keys at every start, and two different ones', async () => {
    const file = join(folder, 'new', 'state.json');
    const made = await keptKeyRing(file, now);
    expect(await keptKeyRing(file, now)).toEqual(made);
    expect(made.signing.privateKey).not.toBe(made.other.privateKey);
  });

  it('is for its owner alone, and leaves no draft behind', async () => {
    const file = join(folder, 'state.json');
    await keptKeyRing(file, now);
    expect(((await stat(file)).mode & 0o777).toString(8)).toBe('600');
    expect(await readdir(folder)).toEqual(['state.json']);
  });

  it.each(['', '{}', '{"signing":{}}'])(
    'stops the start when it is spoilt (%j), rather than making new keys',
    async (spoilt) => {
      const file = join(folder, 'state.json');
      await writeFile(file, spoilt);
      await expect(keptKeyRing(file, now)).rejects.toThrow();
    },
  );
});
