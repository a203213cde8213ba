import { setTimeout as sleep } from 'node:timers/promises';
import { type ForBench, SignOnBench } from './sign-on-bench.ts';
import { attribute, signedAnswer } from './signed-answer.ts';

const LARGEST = 256 * 1024;
const MAX_PASSES = 5;

export interface RefusalTime {
  readonly message: string;
  readonly reason: string;
  /** Middle and highest of all rounds. */
  readonly milliseconds: readonly [number, number];
}

type Forge = (honest: string) => string;
type Hostile = readonly [name: string, forge: Forge];

const inStatus =
  (more: string): Forge =>
  (xml) =>
    xml.replace('<samlp:Status>', `<samlp:Extensions>${more}</samlp:Extensions><samlp:Status>`);
const changed: Forge = (xml) => xml.replaceAll('u-1@', 'u-2@');

/** Messages of 256 KiB that are meant to be slow to refuse; the last ones come as far as the library. */
export const HOSTILE: readonly Hostile[] = [
  ['elements in each other', inStatus('<x>'.repeat(37_000) + '</x>'.repeat(37_000))],
  ['elements beside each other', inStatus('<x/>'.repeat(64_000))],
  ['attributes of one element', inStatus(`<x ${Array.from({ length: 20_000 }, (_, at) => `a${at}=""`).join(' ')}/>`)],
  [
    'namespaces of one element',
    inStatus(`<x ${Array.from({ length: 12_000 }, (_, at) => `xmlns:n${at}="u:"`).join(' ')}/>`),
  ],
  ['a comment', inStatus(`<!--${'x'.repeat(LARGEST - 20_000)}-->`)],
  ['entities', (xml) => `<!DOCTYPE x [${'<!ENTITY e "x">'.repeat(15_000)}]>${xml}`],
  ['characters by number', inStatus(`<x>${'&#65;'.repeat(47_000)}</x>`)],
  ['an unsigned text', inStatus(`<x>${'x'.repeat(LARGEST - 20_000)}</x>`)],
  ['as many values as are read, each large, changed after they were signed', changed],
];

const VALUES = attribute('urn:x', ...Array.from({ length: 1_400 }, (_, at) => `${'x'.repeat(125)}${at}`));

/** @returns base64 */
export function hostileAnswer(at: ForBench, requestId: string, privateKey: string, [, forge]: Hostile): string {
  const honest = signedAnswer(at, requestId, privateKey, { more: forge === changed ? VALUES : '' });
  const forged = Buffer.from(forge(Buffer.from(honest, 'base64').toString()));
  return forged.subarray(0, LARGEST).toString('base64');
}

/** How long each takes to be refused. */
export async function measureRefusals(): Promise<RefusalTime[]> {
  const bench = await SignOnBench.prepare();
  const results = [];
  for (const [message, forge] of HOSTILE) {
    const times = [];
    let reason = '';
    for (let round = 0; round < MAX_PASSES; round++) {
      const { requestId, finish } = await bench.begin();
      const forged = hostileAnswer(bench, requestId, bench.privateKey, [message, forge]);
      const begun = performance.now();
      reason = await finish(forged);
      const took = performance.now() - begun;
      times.push(took);
      // Large messages are read with rests between, which are not what one of them takes.
      await sleep(4 * took);
    }
    const sorted = times.toSorted((one, other) => one - other);
    results.push({
      message,
      reason,
      milliseconds: [sorted[Math.floor(MAX_PASSES / 2)] ?? NaN, sorted.at(-1) ?? NaN] as const,
    });
  }
  return results;
}
