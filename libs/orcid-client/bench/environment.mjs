import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';

/**
 * What a deployment hands in and this library may not know by name: a PostgreSQL, and the budget kept in it. Loaded from
 * where it was built.
 */
const load = (file) => import(new URL(`../../../${file}`, import.meta.url).href);

export async function startPostgres() {
  const embedded = await load('tools/src/postgres/embedded-postgres.ts');
  const { migrateDatabase } = await load('libs/persistence/dist/index.js');
  const folder = path.join(tmpdir(), `ligature-bench-${process.pid}`);
  const { url, stop } = await embedded.startPostgres({ folder, purpose: 'test' });
  await migrateDatabase(url);
  return {
    url,
    stop: async () => {
      await stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** @param {string} url */
export async function openSharedLimits(url) {
  const { RateSlots, WriteLeases } = await load('libs/persistence/dist/index.js');
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    allowGlobalContext: true,
    discovery: { warnWhenNoEntities: false },
  });
  return { budget: new RateSlots(orm.em), leases: new WriteLeases(orm.em), close: () => orm.close() };
}
