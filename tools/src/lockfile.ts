import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What the lockfile says of one folder: a package, a project of ours, or (at '') the whole. */
export interface LockedPackage {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
  readonly peerDependenciesMeta?: Readonly<Record<string, { readonly optional?: boolean }>>;
}

/** By folder, from the root of the project. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const FOLDER = 'node_modules/';

export function readLockfile(root: string): LockedPackages {
  const { packages } = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')) as {
    packages: LockedPackages;
  };
  return packages;
}

/** Where Node finds a package that is asked for from a place: in its own folder, in each one above that holds packages, in the root. */
export function placeOf(packages: LockedPackages, from: string, name: string): string | undefined {
  return foldersAbove(from)
    .map((folder) => `${folder}${FOLDER}${name}`)
    .find((place) => place in packages);
}

function foldersAbove(place: string): string[] {
  const above = place.split(FOLDER).slice(0, -1);
  const within = above.map((_, depth) => above.slice(0, depth + 1).join(FOLDER)).toReversed();
  return [place === '' ? '' : `${place}/`, ...within, ''];
}
