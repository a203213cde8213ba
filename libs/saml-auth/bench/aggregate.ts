import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { writeFederation } from './federation.ts';
import type { ReadOrder, ReadReport } from './read-worker.ts';

const WORKER = new URL('./read-worker.ts', import.meta.url);

export interface Aggregate {
  readonly providers: number;
  readonly sizeMiB: number;
  readonly stream: ReadReport;
  readonly document: ReadReport;
}

/** A federation of so many providers, read as a stream, and beside it only verified as a document in memory. */
export async function measureAggregate(providers: number): Promise<Aggregate> {
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-bench-federation-'));
  try {
    const file = path.join(folder, 'federation.xml');
    const certificate = await writeFederation(file, providers);
    const read = (way: ReadOrder['way']): Promise<ReadReport> => readBy({ file, certificate, way });
    const [stream, document] = [await read('stream'), await read('document')];
    if (stream.providers !== providers) throw new Error(`${stream.providers} of ${providers} were read.`);
    return { providers, sizeMiB: statSync(file).size / 2 ** 20, stream, document };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readBy(order: ReadOrder): Promise<ReadReport> {
  const child = fork(WORKER, { execArgv: ['--max-old-space-size=8192'] });
  const report = once(child, 'message') as Promise<[ReadReport]>;
  const end = once(child, 'exit') as Promise<[number | null, string | null]>;
  child.send(order);
  const [first] = await Promise.race([report, end]);
  if (typeof first !== 'object' || first === null)
    throw new Error(`Reading as a ${order.way} ended with ${String(first)}.`);
  await end;
  return first;
}
