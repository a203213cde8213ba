import type { Pool, PoolClient } from 'pg';

/**
 * Gives back to the pool what was cut while it was in use. kysely gives a connection back only when its commit or rollback
 * worked (0.29.6, `ControlledTransaction`); one that was cut in a transaction would be lost to the pool for ever, and when
 * all of them are, everything waits without an end.
 */
export function giveBackCutConnections(pool: Pool): void {
  const held = new WeakSet<PoolClient>();
  pool.on('acquire', (client) => held.add(client));
  pool.on('release', (_error, client) => held.delete(client));
  pool.on('connect', (client) => {
    const giveBack = (error?: Error): void => {
      if (!held.has(client)) return;
      client.release(error ?? true);
      // Whoever holds it may give it back too, which pg-pool takes for a mistake.
      client.release = () => undefined;
    };
    client.on('error', giveBack);
    client.on('end', () => {
      giveBack();
    });
  });
}
