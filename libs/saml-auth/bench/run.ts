import { measureAggregate } from './aggregate.ts';
import { measureLoad } from './load.ts';

/** `npm run bench saml-auth`: prints the results as Markdown. */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (...cells: (string | number)[]): void => {
  print(`| ${cells.join(' | ')} |`);
};

print(`# Institutional sign-in

## Reading a federation

Lists of generated providers, signed, each in a process of its own. *As a stream* is what we do: verify and read all
providers. *As a document* is xml-crypto's verification of the same file alone, for comparison. Memory is the most the
process had above its start; the pause is the longest time in which it did nothing else.
Aim: 6,000 providers in less than 30 s, less than 150 MiB, no pause above 100 ms.
`);
row('providers', 'size', 'way', 'time', 'processor time', 'memory', 'longest pause');
row('---:', '---:', '---', '---:', '---:', '---:', '---:');
for (const count of [600, 6_000]) {
  const { providers, sizeMiB, stream, document } = await measureAggregate(count);
  for (const [way, report] of [
    ['as a stream', stream],
    ['as a document', document],
  ] as const) {
    const { milliseconds, processorMs, memoryMiB, longestBlockMs } = report;
    const [time, processor, memory, pause] = [
      `${(milliseconds / 1000).toFixed(1)} s`,
      `${(processorMs / 1000).toFixed(1)} s`,
      `${memoryMiB.toFixed(0)} MiB`,
      `${longestBlockMs.toFixed(0)} ms`,
    ];
    row(providers.toLocaleString('en'), `${sizeMiB.toFixed(1)} MiB`, way, time, processor, memory, pause);
  }
}

print(`
## Loading it into PostgreSQL

The whole program \`configure\`, from its start to its end: the list is fetched from this machine, verified and stored. Memory
is all that the process ever had.
`);
row('what', 'time', 'memory');
row('---', '---:', '---:');
for (const { what, milliseconds, memoryMiB } of await measureLoad(6_000)) {
  row(what, `${(milliseconds / 1000).toFixed(1)} s`, `${memoryMiB.toFixed(0)} MiB`);
}
