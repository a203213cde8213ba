import { fork } from 'node:child_process';
import { once } from 'node:events';
import { startSandbox } from './sandbox.ts';
import type { WorksOrder, WorksReport } from './works-worker.ts';

const WORKER = new URL('./works-worker.ts', import.meta.url);

export interface Works {
  readonly works: number;
  readonly callsToWrite: number;
  readonly callsToRead: number;
  /** Memory in use at most while all works are read one after another, and while their summaries are held at once. */
  readonly readMiB: number;
  readonly listMiB: number;
}

/** A record of so many works, written in bulk and read whole. */
export async function measureWorks(works: number): Promise<Works> {
  const sandbox = await startSandbox(1, false);
  const [person] = sandbox.people;
  if (person === undefined) throw new Error('nobody is there');
  const run = async (action: WorksOrder['action']): Promise<WorksReport & { calls: number }> => {
    const before = (await sandbox.calls()).length;
    const { site, api } = sandbox;
    const child = fork(WORKER, { execArgv: ['--expose-gc'] });
    child.send({ site, api, person, works, action } satisfies WorksOrder);
    const [report] = (await once(child, 'message')) as [WorksReport];
    await once(child, 'exit');
    if (report.works !== works) throw new Error(`${report.works} of ${works} works`);
    return { ...report, calls: (await sandbox.calls()).length - before };
  };
  try {
    const [written, read, listed] = [await run('write'), await run('read'), await run('list')];
    const memory = { readMiB: read.peakMiB, listMiB: listed.peakMiB };
    return { works, callsToWrite: written.calls, callsToRead: read.calls, ...memory };
  } finally {
    await sandbox.stop();
  }
}
