import { OrcidClient } from '../dist/standalone.js';
import { Agent, request } from 'undici';
import { accessOf, employment } from './items.ts';
import { startSandbox } from './sandbox.ts';

const CONCURRENCY = 16;
const CALLS = 2_000;
const ROUNDS = 9;

export interface Overhead {
  /** Time of a typed call over the time of a bare one: middle, lowest and highest of all rounds. */
  readonly wall: readonly [number, number, number];
  /** The same of the caller's own processor time. */
  readonly processor: readonly [number, number, number];
  readonly bareMs: number;
}

interface Cost {
  readonly wallMs: number;
  readonly processorMs: number;
}

/** The same read of one employment, typed and bare, in turns so that both see the same machine. */
export async function measureOverhead(): Promise<Overhead> {
  const sandbox = await startSandbox(1, false);
  const client = new OrcidClient({ orcid: sandbox, requestsPerSecond: Infinity });
  const agent = new Agent({ connections: CONCURRENCY });
  const access = accessOf(sandbox.people[0] ?? { orcid: '', accessToken: '' });
  const putCode = await client.affiliations.create(access, employment(0));
  const url = `${sandbox.api}/v3.0/${access.orcid}/employment/${putCode}`;
  const headers = { accept: 'application/json', authorization: `Bearer ${access.token.reveal()}` };
  const bare = async (): Promise<unknown> => (await request(url, { headers, dispatcher: agent })).body.json();
  const typed = (): Promise<unknown> => client.affiliations.read(access, 'employment', putCode);
  try {
    await costOf(bare);
    await costOf(typed);
    const rounds: (readonly [Cost, Cost])[] = [];
    for (let round = 0; round < ROUNDS; round++) rounds.push([await costOf(bare), await costOf(typed)]);
    return {
      wall: spread(rounds.map(([one, other]) => other.wallMs / one.wallMs)),
      processor: spread(rounds.map(([one, other]) => other.processorMs / one.processorMs)),
      bareMs: spread(rounds.map(([one]) => one.wallMs / CALLS))[0],
    };
  } finally {
    await Promise.all([client.close(), agent.close()]);
    await sandbox.stop();
  }
}

async function costOf(call: () => Promise<unknown>): Promise<Cost> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let left = CALLS;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system } = process.cpuUsage(used);
  return { wallMs: performance.now() - begun, processorMs: (user + system) / 1000 };
}

/** Middle, lowest, highest. */
function spread(values: readonly number[]): [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? NaN, sorted[0] ?? NaN, sorted.at(-1) ?? NaN];
}
