import { measureAggregate } from './aggregate.ts';
import { measureLoad } from './load.ts';
import { measureAssertionCost } from './assertion-cost.ts';
import { measureRefusals } from './refusal-time.ts';
import { measureReplicas } from './replicas.ts';

/** `npm run bench saml-auth`: prints the results as Markdown. */
const print = (text: string): void => void process.stdout.write(`${text}\n`);
const row = (...cells: (string | number)[]): void => {
  print(`| ${cells.join(' | ')} |`);
};

print(`# Institutional sign-in

## Taking an answer in

An answer of a dozen attributes, response and assertion signed with RSA-2048: all that the sign-in does with it, without
network and database, over the validation of the bare library at its strictest. Nine rounds of 100 answers in turns, after one
to warm up. Middle (lowest to highest). Aim: at most 1.5 × the time.
`);
const { ratio, bareMs } = await measureAssertionCost();
const [middle, low, high] = ratio.map((value) => `${value.toFixed(2)} ×`);
print(`${middle ?? ''} (${low ?? ''} to ${high ?? ''}); the library alone took ${bareMs.toFixed(1)} ms.

## Refusing a large message

Messages of up to 256 KiB, each made to be slow to refuse; five times each. Aim: less than 300 ms.
`);
row('a message of', 'refused as', 'middle', 'highest');
row('---', '---', '---:', '---:');
for (const { message, reason, milliseconds } of await measureRefusals()) {
  const [usual, worst] = milliseconds.map((value) => `${value.toFixed(0)} ms`);
  row(message, reason, usual ?? '', worst ?? '');
}
print(`
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

const { failed, accepted, usual, attacked, refused } = await measureReplicas();
const spread = (times: readonly number[]): string[] => {
  const sorted = times.toSorted((one, other) => one - other);
  return [0.5, 0.95, 1].map((part) => `${(sorted[Math.ceil(part * sorted.length) - 1] ?? NaN).toFixed(0)} ms`);
};
print(`
## Three portals over one database

Portals, PostgreSQL, a balancer that gives each request to the next portal, and all visitors, on this one machine. 500 sign-ins,
ten at once, each by another person: begun at one portal, answered at the next, the session used at a third. **${failed} failed.**
Aim: none. One answer posted 50 times at once, in ten rounds: accepted ${accepted.join(', ')} times. Aim: once each.

Then 100 of the large messages above, all kinds, at once, while honest people sign in, three at a time, until the last of them
is refused. Time from an answer's posting until the session has begun, or the message is refused. Aim: 95 of 100 honest
sign-ins in less than one second.
`);
row('what', 'how many', 'middle', '95 of 100', 'highest');
row('---', '---:', '---:', '---:', '---:');
row('sign-in before', usual.length, ...spread(usual));
row('sign-in during the attack', attacked.length, ...spread(attacked));
row('refusal', refused.length, ...spread(refused));
