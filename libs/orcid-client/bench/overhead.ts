import { OrcidClient } from '../dist/standalone.js';
import { Agent, request } from 'undici';
import { accessOf, employment } from './items.ts';
import { startSandbox } from './sandbox.ts';

const CONCURRENCY = 16;
/** Short turns, so that what else the machine does hits both alike. */
const CALLS_A_TURN = 100;
const TURNS_A_ROUND = 20;
const WARM_UP = 3;
const ROUNDS = 15;

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
    const measured: (readonly [Cost, Cost])[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round++) measured.push(await costsOf(bare, typed));
    const rounds = measured.slice(WARM_UP);
    return {
      wall: spread(rounds.map(([one, other]) => other.wallMs / one.wallMs)),
      processor: spread(rounds.map(([one, other]) => other.processorMs / one.processorMs)),
      bareMs: spread(rounds.map(([one]) => one.wallMs / (CALLS_A_TURN * TURNS_A_ROUND)))[0],
    };
  } finally {
    await Promise.all([client.close(), agent.close()]);
    await sandbox.stop();
  }
}

/** What a round of each costs, in turns. */
async function costsOf(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<readonly [Cost, Cost]> {
  let [ofOne, ofOther] = [NOTHING, NOTHING];
  for (let turn = 0; turn < TURNS_A_ROUND; turn++) {
    ofOne = sum(ofOne, await costOf(one));
    ofOther = sum(ofOther, await costOf(other));
  }
  return [ofOne, ofOther];
}

async function costOf(call: () => Promise<unknown>): Promise<Cost> {
  const [begun, used] = [performance.now(), process.cpuUsage()];
  let left = CALLS_A_TURN;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, worker));
  const { user, system } = process.cpuUsage(used);
  return { wallMs: performance.now() - begun, processorMs: (user + system) / 1000 };
}

const NOTHING: Cost = { wallMs: 0, processorMs: 0 };

function sum(one: Cost, other: Cost): Cost {
  return { wallMs: one.wallMs + other.wallMs, processorMs: one.processorMs + other.processorMs };
}

/** Middle, lowest, highest. */
function spread(values: readonly number[]): [number, number, number] {
  const sorted = values.toSorted((a, b) => a - b);
  return [sorted[Math.floor(sorted.length / 2)] ?? NaN, sorted[0] ?? NaN, sorted.at(-1) ?? NaN];
}
