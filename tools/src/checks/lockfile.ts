import { readFileSync } from 'node:fs';

interface LockedPackage {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const FOLDER = 'node_modules/';

/**
 * Optional packages (those for other platforms) that the lockfile does not name. `npm install` leaves out what the
 * registry does not have, and `npm ci` refuses such a lockfile later, on another machine.
 */
export function packagesMissingFrom(lockfile: string): string[] {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8')) as { packages: Record<string, LockedPackage> };
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !foldersAbove(place).some((folder) => `${folder}${FOLDER}${name}` in packages))
      .map((name) => `${name}, which ${place} may need`),
  );
}

/** Where Node looks for a package from this place: in its own folder, in each one above that holds packages, in the root. */
function foldersAbove(place: string): string[] {
  const above = place.split(FOLDER).slice(0, -1);
  return [place === '' ? '' : `${place}/`, ...above.map((_, depth) => above.slice(0, depth + 1).join(FOLDER)), ''];
}
