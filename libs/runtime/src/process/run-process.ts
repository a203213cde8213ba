import { type INestApplicationContext } from '@nestjs/common';
import { ConfigurationError } from '../config/configuration.error.ts';

const STOP_WITHIN_MS = 25_000;

/**
 * Runs one process of the product from start to a clean stop: on SIGINT, SIGTERM, or when the process that started it
 * over an IPC channel is gone, so that nothing is left behind. A process that cannot start says why and ends with 1.
 * @param name shown in process lists
 * @param start makes and starts the application; resolves when it is ready
 */
export async function runProcess(name: string, start: () => Promise<INestApplicationContext>): Promise<void> {
  process.title = name;
  try {
    stopOnSignal(await start());
  } catch (error) {
    process.stderr.write(`${name} could not start. ${explain(error)}\n`);
    process.exit(1);
  }
}

function stopOnSignal(app: INestApplicationContext): void {
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    app.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  for (const sign of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(sign, stop);
}

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
