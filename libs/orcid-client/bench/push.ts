import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startPostgres } from './environment.mjs';
import type { PushOrder } from './push-worker.ts';
import { type LoggedCall, startSandbox } from './sandbox.ts';

const WORKER = new URL('./push-worker.ts', import.meta.url);
const PEOPLE = 240;
const LIMIT = 24;

export interface Push {
  readonly workers: number;
  readonly employments: number;
  /** Requests a second from the first to the last, over ORCID's limit. */
  readonly sustained: number;
  readonly mostInOneSecond: number;
  readonly refused: number;
  readonly callsPerItem: number;
}

/** So many processes write employments to an ORCID with its real limits, sharing one budget in PostgreSQL. */
export async function measurePush(workers: number, employments: number): Promise<Push> {
  const [sandbox, postgres] = [await startSandbox(PEOPLE, true), await startPostgres()];
  try {
    const share = (worker: number): PushOrder => ({
      site: sandbox.site,
      api: sandbox.api,
      database: postgres.url,
      people: sandbox.people.filter((_, at) => at % workers === worker),
      employments: Math.floor(employments / workers) + (worker < employments % workers ? 1 : 0),
    });
    await Promise.all(Array.from({ length: workers }, (_, worker) => work(share(worker))));
    return report(
      workers,
      employments,
      (await sandbox.calls()).filter(({ bucket }) => bucket === 'api'),
    );
  } finally {
    await Promise.all([sandbox.stop(), postgres.stop()]);
  }
}

async function work(order: PushOrder): Promise<void> {
  const child = fork(WORKER);
  child.send(order);
  const [code] = (await once(child, 'exit')) as [number];
  if (code !== 0) throw new Error(`A worker ended with ${code}.`);
}

function report(workers: number, employments: number, calls: readonly LoggedCall[]): Push {
  const times = calls.map(({ at }) => Date.parse(at)).toSorted((a, b) => a - b);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
  return {
    workers,
    employments,
    sustained: (times.length - 1) / seconds / LIMIT,
    mostInOneSecond: mostInOneSecond(times),
    refused: calls.filter(({ status }) => status === 503 || status === 429).length,
    callsPerItem: calls.length / employments,
  };
}

/** The fullest second, wherever it begins. */
function mostInOneSecond(times: readonly number[]): number {
  let [from, most] = [0, 0];
  for (const [to, time] of times.entries()) {
    while (time - (times[from] ?? time) >= 1000) from++;
    most = Math.max(most, to - from + 1);
  }
  return most;
}
