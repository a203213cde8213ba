import { rmSync } from 'node:fs';
import { stopPostgres } from '../postgres/embedded-postgres.ts';

/** Ends what start-postgres.ts began. */
export default async function stop(): Promise<void> {
  const folder = process.env['TEST_POSTGRES_FOLDER'];
  if (folder === undefined) return;
  await stopPostgres(folder);
  rmSync(folder, { recursive: true, force: true });
}
