import { randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type KeyRing, keyRingSchema, newKeyRing } from './key-ring.ts';

/** A file that is there but wrong stops the start: silently making new keys would make a different provider. */
export async function keptKeyRing(file: string, now: Date): Promise<KeyRing> {
  const kept = await contentsOf(file);
  if (kept !== undefined) return keyRingSchema.parse(JSON.parse(kept));
  const made = await newKeyRing(now);
  await writeWhole(file, JSON.stringify(made, null, 2));
  return made;
}

async function contentsOf(file: string): Promise<string | undefined> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Written beside and then renamed, so that no reader and no crash ever meets half a key. */
async function writeWhole(file: string, contents: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${randomUUID()}`;
  const handle = await open(draft, 'wx', 0o600);
  try {
    await handle.writeFile(contents);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(draft, file);
}
