import { affiliationItem } from '@ligature/orcid-model';
import { OrcidClient } from '../dist/standalone.js';
import { Agent, request } from 'undici';
import { accessOf, employment } from './items.ts';
import { startSandbox } from './sandbox.ts';

const CONCURRENCY = 16;
/** Long enough for the garbage of either to be collected in its own turn, short enough that both meet the same machine. */
const CALLS_A_TURN = 400;
const WARM_UP = 4;
const MAX_PASSES = 40;

export interface Overhead {
  /** Time of a typed call over the time of a bare one: a quarter, half and three quarters of all rounds had at most so much. */
  readonly wall: Quartiles;
  /** The same of the caller's own processor time. */
  readonly processor: Quartiles;
  readonly bareMs: number;
}

type Quartiles = readonly [number, number, number];

interface Cost {
  readonly wallMs: number;
  readonly processorMs: number;
}

/** The same read of one employment, typed and bare. */
export async function measureOverhead(): Promise<Overhead> {
  const sandbox = await startSandbox(1, false);
  const client = new OrcidClient({ orcid: sandbox, requestsPerSecond: Infinity });
  const agent = new Agent({ connections: CONCURRENCY });
  const access = accessOf(sandbox.people[0] ?? { orcid: '', accessToken: '' });
  const putCode = await client.items.create(access, affiliationItem(employment(0)));
  const url = `${sandbox.api}/v3.0/${access.orcid}/employment/${putCode}`;
  const headers = { accept: 'application/json', authorization: `Bearer ${access.token.reveal()}` };
  const bare = async (): Promise<unknown> => (await request(url, { headers, dispatcher: agent })).body.json();
  const typed = (): Promise<unknown> => client.items.read(access, 'employment', putCode);
  try {
    const measured: (readonly [Cost, Cost])[] = [];
    for (let round = 0; round < WARM_UP + MAX_PASSES; round++) measured.push(await costsOf(bare, typed));
    const rounds = measured.slice(WARM_UP);
    return {
      wall: quartiles(rounds.map(([one, other]) => other.wallMs / one.wallMs)),
      processor: quartiles(rounds.map(([one, other]) => other.processorMs / one.processorMs)),
      bareMs: quartiles(rounds.map(([one]) => one.wallMs / (2 * CALLS_A_TURN)))[1],
    };
  } finally {
    await Promise.all([client.close(), agent.close()]);
    await sandbox.stop();
  }
}

/** A round: one, other, other, one; so that what grows or fades on the machine hits both alike. */
async function costsOf(one: () => Promise<unknown>, other: () => Promise<unknown>): Promise<readonly [Cost, Cost]> {
  const [first, second, third, last] = [await costOf(one), await costOf(other), await costOf(other), await costOf(one)];
  return [sum(first, last), sum(second, third)];
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

function sum(one: Cost, other: Cost): Cost {
  return { wallMs: one.wallMs + other.wallMs, processorMs: one.processorMs + other.processorMs };
}

function quartiles(values: readonly number[]): Quartiles {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? NaN;
  return [at(0.25), at(0.5), at(0.75)];
}
