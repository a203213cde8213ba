import { spawn } from 'node:child_process';
import { globSync, mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { buildAll } from './build.ts';

/**
 * `npm run bench [project …]`: runs the `bench/run.ts` of every project that has one, or of those named, one after another,
 * and keeps what each prints, which is Markdown that begins with a title, under docs/benchmarks.
 */

const ROOT = path.resolve(import.meta.dirname, '../..');
const RESULTS = path.join(ROOT, 'docs/benchmarks');

const scripts = new Map(
  globSync('{libs,apps}/*/bench/run.ts', { cwd: ROOT })
    .toSorted()
    .map((script) => [script.split(path.sep)[1] ?? '', script]),
);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !scripts.has(name));
if (unknown.length > 0) {
  console.error(`No benchmark of ${unknown.join(', ')}. There are: ${[...scripts.keys()].join(', ')}`);
  process.exit(1);
}

await buildAll();
mkdirSync(RESULTS, { recursive: true });
for (const [name, script] of scripts) {
  if (named.length === 0 || named.includes(name)) await keep(name, script);
}

async function keep(name: string, script: string): Promise<void> {
  const machine = describeMachine();
  const [title, ...results] = (await outputOf(script)).split('\n');
  writeFileSync(path.join(RESULTS, `${name}.md`), [title, '', machine, ...results].join('\n'));
  console.log(`\nKept in docs/benchmarks/${name}.md`);
}

/** What a benchmark prints, also shown while it runs. @throws when it fails: half a result is none */
async function outputOf(script: string): Promise<string> {
  const child = spawn(process.execPath, [path.join(ROOT, script)], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  child.stdout.pipe(process.stdout);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const [output, code] = await Promise.all([text(child.stdout), ended]);
  if (code !== 0) throw new Error(`${script} failed; its earlier results are kept.`);
  return output;
}

/** Ratios of one run may be compared with those of another machine; times and rates only with this in mind. */
function describeMachine(): string {
  const [{ model } = { model: 'unknown processor' }, ...others] = cpus();
  const memory = `${Math.round(totalmem() / 2 ** 30)} GiB`;
  const system = `Node ${process.version} on ${process.platform} ${process.arch}`;
  const load = (loadavg()[0] ?? 0).toFixed(1);
  const date = new Date().toISOString().slice(0, 10);
  return `${date} · ${others.length + 1} × ${model.trim()} · ${memory} · ${system} · load before the run ${load}`;
}
