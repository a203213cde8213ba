import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { configurationPage, type Readers } from './configuration-page.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const APPS = ['portal', 'admin-api', 'scheduler'] as const;
const run = promisify(execFile);

/** Committed files that are made from the code, by path from the root. */
const ARTEFACTS = {
  'apps/admin-api/schema.graphql': () => printedBy('admin-api', 'print-schema'),
  'docs/configuration.md': async () => configurationPage(await readers()),
} as const satisfies Readonly<Record<string, () => Promise<string>>>;

export interface Artefact {
  readonly file: string;
  readonly content: string;
  readonly isCurrent: boolean;
}

/** Makes all of them anew; the apps must be compiled. */
export function artefacts(): Promise<Artefact[]> {
  return Promise.all(
    Object.entries(ARTEFACTS).map(async ([name, make]) => {
      const file = path.join(ROOT, name);
      const content = await format(await make(), { ...(await resolveConfig(file)), filepath: file });
      return { file, content, isCurrent: content === contentOf(file) };
    }),
  );
}

async function readers(): Promise<Readers> {
  const described = await Promise.all(
    APPS.map(async (app) => [app, JSON.parse(await printedBy(app, 'describe-environment')) as unknown]),
  );
  return Object.fromEntries(described) as Readers;
}

async function printedBy(app: string, entry: string): Promise<string> {
  const { stdout } = await run(process.execPath, [path.join(ROOT, 'apps', app, 'dist', `${entry}.js`)]);
  return stdout;
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
