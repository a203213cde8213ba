import { type LockedPackage, type LockedPackages, placeOf } from '../lockfile.ts';

/**
 * The packages that some projects of ours need at run time, by their folders: what they and the root name as dependencies,
 * what those need, and so on. Not what only development, another project or a platform of its own (optional at the root) needs.
 */
export function runtimePackages(packages: LockedPackages, projects: readonly string[]): Set<string> {
  const found = new Set<string>();
  const add = (from: string, names: readonly string[]): void => {
    for (const name of names) {
      const place = placeOf(packages, from, name);
      if (place === undefined || found.has(place) || name.startsWith('@ligature/')) continue;
      found.add(place);
      add(place, namesNeeded(packages[place] ?? {}));
    }
  };
  for (const project of ['', ...projects]) add(project, Object.keys(packages[project]?.dependencies ?? {}));
  return found;
}

function namesNeeded(given: LockedPackage): string[] {
  const { dependencies = {}, optionalDependencies = {}, peerDependencies = {}, peerDependenciesMeta = {} } = given;
  const peers = Object.keys(peerDependencies).filter((name) => peerDependenciesMeta[name]?.optional !== true);
  return [...Object.keys(dependencies), ...Object.keys(optionalDependencies), ...peers];
}
