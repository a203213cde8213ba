import { cpSync, existsSync, globSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readLockfile } from '../lockfile.ts';
import { runtimePackages } from './runtime-packages.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const APPS = ['apps/portal', 'apps/admin-api', 'apps/scheduler'];

/** Compiled for tests and for other compilers. */
const NOT_RUN = /(\.d\.ts|\.d\.ts\.map|\.tsbuildinfo)$|\/dist\/(.*\/)?(spec|testing)(\/|$)/;

/**
 * Copies what portal, admin API and scheduler need at run time, and nothing else, into a folder that is new or empty: their
 * compiled code, that of the libraries, and the packages that either asks for. All must be installed and compiled.
 */
export function assembleRuntime(folder: string): void {
  const projects = [...APPS, ...globSync('libs/*', { cwd: ROOT }).toSorted()];
  for (const project of projects) copyProject(project, folder);
  for (const place of runtimePackages(readLockfile(ROOT), projects)) copyPackage(place, folder);
  linkLibraries(projects, folder);
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ ...identity(), private: true, type: 'module' }));
}

function copyProject(project: string, folder: string): void {
  for (const part of ['package.json', 'dist', 'assets']) {
    const from = path.join(ROOT, project, part);
    const isRun = (file: string): boolean => !NOT_RUN.test(file.replaceAll(path.sep, '/'));
    if (existsSync(from)) cpSync(from, path.join(folder, project, part), { recursive: true, filter: isRun });
  }
}

/** Without the packages inside it, which are copied if they are needed themselves; one for another platform is not installed. */
function copyPackage(place: string, folder: string): void {
  const [from, inside] = [path.join(ROOT, place), path.join(ROOT, place, 'node_modules')];
  if (!existsSync(from)) return;
  cpSync(from, path.join(folder, place), { recursive: true, filter: (file) => file !== inside });
}

function linkLibraries(projects: readonly string[], folder: string): void {
  mkdirSync(path.join(folder, 'node_modules/@ligature'), { recursive: true });
  for (const project of projects.filter((one) => one.startsWith('libs')))
    symlinkSync(`../../${project}`, path.join(folder, 'node_modules/@ligature', path.basename(project)), 'dir');
}

function identity(): { readonly name: string; readonly version: string } {
  const { name, version } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8')) as Record<string, string>;
  return { name: name ?? '', version: version ?? '' };
}
