import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

const KNOWN = ['app', 'simulator', 'flow', 'feature', 'data', 'gateway', 'util', 'model', 'tool', 'e2e'].map(
  (type) => `type:${type}`,
);

/** Projects without exactly one known type tag: no dependency rule would apply to them (docs/architecture.md). */
export function untaggedProjects(root: string): string[] {
  return globSync(['{apps,libs}/*/package.json', '{test,tools}/package.json'], { cwd: root })
    .filter((file) => tagsOf(path.join(root, file)).filter((tag) => KNOWN.includes(tag)).length !== 1)
    .map((file) => path.dirname(file));
}

function tagsOf(file: string): readonly string[] {
  return (JSON.parse(readFileSync(file, 'utf8')) as { nx?: { tags?: string[] } }).nx?.tags ?? [];
}
