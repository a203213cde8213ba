import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ACCESS_TOKEN, orcidAt, registryOf } from './many-people.ts';
import { readLoad } from './read-load.ts';
import { ServerProcess } from './server-process.ts';

/** `node bench/run.ts [--people 100000] [--seconds 15]`: how fast people load, what they weigh, and how fast they are read. */
const { values } = parseArgs({
  options: { people: { type: 'string', default: '100000' }, seconds: { type: 'string', default: '15' } },
});
const [PEOPLE, SECONDS] = [Number(values.people), Number(values.seconds)];
const CONNECTIONS = 32;
const AIMS = {
  loadSeconds: { what: 'seconds from start to ready', aim: '< 30', isMet: (value: number) => value < 30 },
  mebibytes: { what: 'most memory, MiB', aim: '< 2,048', isMet: (value: number) => value < 2048 },
  readsPerSecond: { what: 'reads a second', aim: '≥ 2,000', isMet: (value: number) => value >= 2000 },
  readsPerProcessorSecond: {
    what: 'reads a second of its own processor time',
    aim: '≥ 2,000',
    isMet: (value: number) => value >= 2000,
  },
};
const READS = ['employments', 'person', 'activities', 'record'];

const folder = mkdtempSync(join(tmpdir(), 'orcid-sandbox-bench-'));
const settings = join(folder, 'settings.json');
writeFileSync(settings, JSON.stringify(registryOf(PEOPLE)));

const begun = performance.now();
const server = ServerProcess.start(settings);
try {
  const api = new URL(await server.ready());
  const loadSeconds = (performance.now() - begun) / 1000;
  const processorBefore = server.processorSeconds();
  const load = await readLoad({
    origin: api.origin,
    connections: CONNECTIONS,
    seconds: SECONDS,
    headers: { authorization: `Bearer ${ACCESS_TOKEN}`, accept: 'application/json' },
    // A prime stride visits the whole registry instead of a warm corner of it.
    path: (n) => `${api.pathname}/v3.0/${orcidAt((n * 7919) % PEOPLE)}/${READS[n % READS.length] ?? ''}`,
  });
  report({
    loadSeconds,
    mebibytes: server.peakMebibytes(),
    readsPerSecond: load.perSecond,
    readsPerProcessorSecond: load.reads / (server.processorSeconds() - processorBefore),
    medianMs: load.medianMs,
    p99Ms: load.p99Ms,
  });
} finally {
  await server.stop();
  rmSync(folder, { recursive: true });
}

function report(result: Record<keyof typeof AIMS | 'medianMs' | 'p99Ms', number>): void {
  const rows = Object.entries(AIMS).map(([name, { what, aim, isMet }]) => {
    const value = result[name as keyof typeof AIMS];
    return `| ${what} | ${value.toFixed(1)} | ${aim} | ${isMet(value) ? 'yes' : 'no'} |`;
  });
  process.stdout.write(`# Size and speed of the local ORCID

${PEOPLE.toLocaleString('en')} people with an employment, an education and a work each, from a settings file; then ${SECONDS} seconds of
reads over ${CONNECTIONS} connections, a quarter each of ${READS.join(', ')}, spread over all records. The reader shares the machine.

| | measured | aim | met |
| --- | ---: | ---: | --- |
${rows.join('\n')}

Half of the reads took less than ${result.medianMs.toFixed(1)} ms, 99 % less than ${result.p99Ms.toFixed(1)} ms.
`);
}
