import { affiliationItem } from '@ligature/orcid-model';
import { once } from 'node:events';
import { OrcidClient } from '../dist/standalone.js';
import { openSharedLimits } from './environment.mjs';
import { accessOf, employment } from './items.ts';
import type { Permission } from './sandbox.ts';

export interface PushOrder {
  readonly site: string;
  readonly api: string;
  readonly database: string;
  readonly people: readonly Permission[];
  readonly employments: number;
}

/** Far more than the budget lets through, so that it is the budget that is measured. */
const CONCURRENCY = 32;

/** One of several processes that write employments as fast as they may. */
const [order] = (await once(process, 'message')) as [PushOrder];
const pace = await openSharedLimits(order.database);
const client = new OrcidClient({ orcid: order, budget: pace.budget, leases: pace.leases, deadlineMs: 600_000 });
let next = 0;

async function push(): Promise<void> {
  while (next < order.employments) {
    const at = next++;
    const person = order.people[at % order.people.length];
    if (person !== undefined) await client.items.create(accessOf(person), affiliationItem(employment(at)));
  }
}

await Promise.all(Array.from({ length: CONCURRENCY }, push));
await client.close();
await pace.close();
process.disconnect();
