import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A PostgreSQL for `TestModule`, which a test run is given by Jest. */
export async function startPostgres() {
  const embedded = await import(new URL('../../../tools/src/postgres/embedded-postgres.ts', import.meta.url).href);
  const folder = path.join(tmpdir(), `ligature-bench-${process.pid}`);
  const { url, stop } = await embedded.startPostgres({ folder, purpose: 'test' });
  process.env.TEST_POSTGRES_URL = url;
  return async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  };
}
