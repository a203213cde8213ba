import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { DEFAULT_SETTINGS } from './default-settings.ts';
import { type Settings, settingsSchema } from './settings.ts';

/** The settings of a file, or the built-in ones without a file; all faults are told at once. */
export function loadSettings(file: string | undefined): Settings {
  const input: unknown = file === undefined ? DEFAULT_SETTINGS : JSON.parse(readFileSync(file, 'utf8'));
  const read = settingsSchema.safeParse(input);
  if (!read.success) throw new Error(`${file ?? 'settings'} cannot be used:\n${z.prettifyError(read.error)}`);
  return read.data;
}
