import { RecordSweep, type SweepResult } from '../dist/index.js';
import type { Institution } from '@ligature/persistence';
import type { TestModule } from '@ligature/persistence/testing';
import { EntityManager } from '@mikro-orm/postgresql';

/** How long a sweep takes, and the least that any look at all those rows takes. */
export interface SweepTime extends SweepResult {
  readonly milliseconds: number;
  readonly floorMs: number;
}

const TIMES = 3;

/** Reads what is asserted and what was written of everybody once, and compares two texts of each. */
const FLOOR = `
select count(*) from connection join assertion on assertion.person_id = connection.person_id
  join record_item item on item.connection_id = connection.id and item.assertion_id = assertion.id
 where connection.ended_at is null and item.content::text = assertion.content::text`;

/** What the nightly task does. The middle of some times. */
export async function measureSweep(app: TestModule, institution: Institution): Promise<SweepTime> {
  let found: SweepResult = { due: 0, doubted: 0, held: 0 };
  const milliseconds = await middle(async () => {
    found = await app.request(() => app.get(RecordSweep).syncDue(institution));
  });
  const floorMs = await middle(() => app.get(EntityManager).fork().execute(FLOOR));
  return { ...found, milliseconds, floorMs };
}

async function middle(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < TIMES; time++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(TIMES / 2)] ?? NaN;
}
