import { parseArgs } from 'node:util';
import { measureOverhead } from './overhead.ts';
import { measurePush, type Push } from './push.ts';
import { measureWorks, type Works } from './works.ts';

/** `node bench/run.ts [--employments 2000]`: prints the results as Markdown; needs a build of the workspace. */
const { values } = parseArgs({ options: { employments: { type: 'string', default: '2000' } } });
const employments = Number(values.employments);

const times = (value: number): string => `${value.toFixed(2)} ×`;
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (...cells: (string | number)[]): void => {
  print(`| ${cells.join(' | ')} |`);
};

print(`# The ORCID client

Against the local ORCID of \`apps/orcid-sandbox\` on the same machine. Ratios are of one run.

## A typed call over bare undici

Reading one employment, 16 at a time; forty rounds of 800 calls of each kind in the order bare, typed, typed, bare. Middle of all rounds
(and of their lower and upper half). Aim: at most 1.15 × the time.
`);
const overhead = await measureOverhead();
const [wall, processor] = [overhead.wall, overhead.processor].map(
  ([lower, middle, upper]) => `${times(middle)} (${times(lower)} to ${times(upper)})`,
);
row('', 'typed over bare');
row('---', '---:');
row('time a call', wall ?? '');
row('processor time of the caller', processor ?? '');
print(`
A bare call took ${overhead.bareMs.toFixed(2)} ms.

## Writing from several processes

${employments.toLocaleString('en')} new employments on 240 records, 32 calls waiting in each process, one budget in PostgreSQL,
an ORCID that lets 24 requests a second through, queues 40 and refuses more.
Aim: at least 95 %, none refused, exactly one call for each. (That an unchanged item costs none: record-sync.md.)
`);
row('processes', 'of 24 requests a second', 'most in any second', 'refused (503, 429)', 'calls per new item');
row('---:', '---:', '---:', '---:', '---:');
for (const workers of [1, 3, 6]) {
  const push: Push = await measurePush(workers, employments);
  const sustained = `${(push.sustained * 100).toFixed(1)} %`;
  row(workers, sustained, push.mostInOneSecond, push.refused, push.callsPerItem.toFixed(2));
}
print(`
## Many works

Written by \`createMany\`, read one after another by \`all\`; memory in use above the start, at most, after collecting garbage.
Aim: one call for a hundred works written, and memory that does not grow with their number.
`);
row('works', 'calls per work written', 'calls per work read', 'memory to read all', 'memory to hold the list');
row('---:', '---:', '---:', '---:', '---:');
for (const count of [1_000, 10_000]) {
  const { works, callsToWrite, callsToRead, readMiB, listMiB }: Works = await measureWorks(count);
  const mib = (value: number): string => `${value.toFixed(1)} MiB`;
  row(
    works.toLocaleString('en'),
    (callsToWrite / works).toFixed(3),
    (callsToRead / works).toFixed(4),
    mib(readMiB),
    mib(listMiB),
  );
}
