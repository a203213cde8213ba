import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { startPostgres, stopPostgres } from '../postgres/embedded-postgres.ts';
import { TestServices } from '../test-services/test-services.ts';
import { PREFIX, removeLeftovers } from './leftovers.ts';
import { running } from './running.ts';

/**
 * One real PostgreSQL for a whole test run; every test file makes its own database in it, or uses what `TestServices` has
 * started in it.
 */
export default async function start(): Promise<void> {
  if (process.env['TEST_SERVICES'] === 'none') return;
  await removeLeftovers();
  const folder = path.join(tmpdir(), PREFIX + String(process.pid));
  const postgres = await startPostgres({ folder, purpose: 'test' });
  process.env['TEST_POSTGRES_URL'] = postgres.url;
  const services = await TestServices.start(postgres.url);
  process.env['TEST_SERVICES_URL'] = services.url;
  running.stop = async () => {
    await services.stop();
    await stopPostgres(folder);
    rmSync(folder, { recursive: true, force: true });
  };
}
