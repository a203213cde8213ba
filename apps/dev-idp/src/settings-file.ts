import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { type Settings, settingsSchema } from './settings.ts';

/** All faults of the file are reported at once: it is corrected in an editor, not by trial. */
export async function readSettings(file: string): Promise<Settings> {
  const parsed = settingsSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
  if (!parsed.success) throw new Error(`${file} is not a settings file:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}
