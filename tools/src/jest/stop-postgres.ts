import { running } from './running.ts';

/** Ends what start-postgres.ts began. */
export default async function stop(): Promise<void> {
  await running.stop?.();
}
