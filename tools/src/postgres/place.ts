import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import type { Account } from './account.ts';

/** Where root keeps what another user must reach when the checkout lies under a folder only root may enter. */
const SHARED_FOLDER = '/var/lib/ligature';

/** Whether any user may enter the folder: each folder above it and itself lets others pass. */
export function isOpen(folder: string): boolean {
  const parent = path.dirname(folder);
  return (statSync(folder).mode & 0o005) === 0o005 && (parent === folder || isOpen(parent));
}

/**
 * A folder of the account for PostgreSQL's files: the wanted one, or, where the account could not enter it, one in
 * /var/lib/ligature that the wanted path then links to.
 */
export function placeFor(wanted: string, account: Account): string {
  mkdirSync(path.dirname(wanted), { recursive: true });
  const place = account.uid === undefined || isOpen(path.dirname(wanted)) ? wanted : linkedPlace(wanted);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(place, account.uid, account.gid);
  return place;
}

/** A folder in the shared one, made by root and writable by root only. */
export function openFolder(name: string): string {
  const folder = path.join(SHARED_FOLDER, name);
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  for (const made of [SHARED_FOLDER, folder]) chmodSync(made, 0o755);
  return folder;
}

function linkedPlace(wanted: string): string {
  const name = createHash('sha256').update(wanted).digest('hex').slice(0, 12);
  const place = path.join(openFolder(name), 'data');
  if (isLink(wanted)) return place;
  // Data of a checkout that was deleted since: its secrets are gone, and nothing could be read.
  rmSync(place, { recursive: true, force: true });
  symlinkSync(place, wanted);
  return place;
}

function isLink(file: string): boolean {
  return existsSync(file) || (lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() ?? false);
}
