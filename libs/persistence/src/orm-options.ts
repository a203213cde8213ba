import { Migrator } from '@mikro-orm/migrations';
import { defineConfig, type Options } from '@mikro-orm/postgresql';
import { giveBackCutConnections } from './cut-connections.ts';
import { entities } from './entities.ts';
import { migrations } from './migrations.ts';

/** For a connection that is free: nothing waits without an end. */
const LONGEST_WAIT_MS = 30_000;

/** How MikroORM is set up everywhere: explicit entities, explicit migrations, no global state. */
export function ormOptions(url: string, poolSize: number): Options {
  return defineConfig({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    driverOptions: { connectionTimeoutMillis: LONGEST_WAIT_MS, onPoolCreated: giveBackCutConnections },
    migrations: { migrationsList: migrations, snapshot: false, tableName: 'migration' },
    // What MikroORM would print may hold parameters of a query.
    logger: () => undefined,
    forceUtcTimezone: true,
  });
}
