import { once } from 'node:events';
import { OrcidClient } from '../dist/standalone.js';
import { accessOf, work } from './items.ts';
import type { Permission } from './sandbox.ts';

export interface WorksOrder {
  readonly site: string;
  readonly api: string;
  readonly person: Permission;
  readonly works: number;
  readonly action: 'write' | 'read' | 'list';
}

export interface WorksReport {
  readonly works: number;
  /** Most memory in use above what was in use before, in MiB; garbage is collected before each look. */
  readonly peakMiB: number;
}

/** Writes or reads the works of one record, in a process of its own, whose memory holds nothing else. */
const [order] = (await once(process, 'message')) as [WorksOrder];
const client = new OrcidClient({ orcid: order, requestsPerSecond: 10_000 });
const access = accessOf(order.person);
const before = inUse();
let peak = before;
let works = 0;

function inUse(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function look(): void {
  peak = Math.max(peak, inUse());
}

async function write(): Promise<void> {
  const all = Array.from({ length: order.works }, (_, at) => work(at));
  for await (const { kind } of client.items.createMany(access, 'work', all)) if (kind === 'created') works++;
}

async function read(): Promise<void> {
  for await (const { content } of client.works.all(access)) {
    if (content.title !== '' && ++works % 50 === 0) look();
  }
}

/** What it costs to hold all of them: the summaries only. */
async function list(): Promise<void> {
  const all = await client.items.itemsIn(access, 'work');
  look();
  works = all.length;
}

const actions = { write, read, list };
await actions[order.action]();
process.send?.({ works, peakMiB: (peak - before) / 2 ** 20 } satisfies WorksReport);
await client.close();
process.disconnect();
