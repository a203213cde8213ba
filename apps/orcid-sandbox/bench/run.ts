import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACCESS_TOKEN, orcidAt, registryOf } from './many-people.ts';
import { readLoad } from './read-load.ts';
import { ServerProcess } from './server-process.ts';

/** 100,000 people with three items each: how fast they load, what they weigh, and how fast they are read. */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '15' } },
});
const [PEOPLE, SECONDS] = [Number(values.people), Number(values.seconds)];
const TARGETS = { loadSeconds: 30, megabytes: 2048, readsPerSecond: 2000 };
const READS = ['employments', 'person', 'activities', 'record'];

const folder = mkdtempSync(join(tmpdir(), 'orcid-sandbox-bench-'));
const settings = join(folder, 'settings.json');
writeFileSync(settings, JSON.stringify(registryOf(PEOPLE)));

const begun = performance.now();
const server = ServerProcess.start(settings);
try {
  const api = new URL(await server.ready());
  const loadSeconds = (performance.now() - begun) / 1000;
  const load = await readLoad({
    origin: api.origin,
    connections: 32,
    seconds: SECONDS,
    headers: { authorization: `Bearer ${ACCESS_TOKEN}`, accept: 'application/json' },
    // A prime stride visits the whole registry instead of a warm corner of it.
    path: (n) => `${api.pathname}/v3.0/${orcidAt((n * 7919) % PEOPLE)}/${READS[n % READS.length] ?? ''}`,
  });
  report({
    people: PEOPLE,
    loadSeconds,
    megabytes: server.peakMegabytes,
    readsPerSecond: load.perSecond,
    medianMs: load.medianMs,
    p99Ms: load.p99Ms,
  });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

function report(result: Record<keyof typeof TARGETS | 'people' | 'medianMs' | 'p99Ms', number>): void {
  const rounded = Object.fromEntries(Object.entries(result).map(([name, value]) => [name, Number(value.toFixed(1))]));
  process.stdout.write(`${JSON.stringify(rounded)}\n`);
  const isMet =
    result.loadSeconds < TARGETS.loadSeconds &&
    result.megabytes < TARGETS.megabytes &&
    result.readsPerSecond >= TARGETS.readsPerSecond;
  if (!isMet) process.exitCode = 1;
}
