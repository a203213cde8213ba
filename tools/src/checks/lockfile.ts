import { type LockedPackages, placeOf } from '../lockfile.ts';

/**
 * Optional packages (those for other platforms) that the lockfile does not name. `npm install` leaves out what the
 * registry does not have, and `npm ci` refuses such a lockfile later, on another machine.
 */
export function packagesMissingFrom(packages: LockedPackages): string[] {
  return Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => placeOf(packages, place, name) === undefined)
      .map((name) => `${name}, which ${place} may need`),
  );
}
