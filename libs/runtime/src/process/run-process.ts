import { type INestApplication, type INestApplicationContext } from '@nestjs/common';
import { ConfigurationError } from '../config/configuration.error.ts';

const STOP_WITHIN_MS = 25_000;

/**
 * Runs one process of the product from start to a clean stop: on SIGINT, SIGTERM, or when the process that started it
 * over an IPC channel is gone, so that nothing is left behind. A process that cannot start says why and ends with 1.
 * Over that channel it sends `{ ready: true, url }` once it is ready; `url` is where it listens, when it does: with PORT=0
 * nobody else knows.
 * @param name shown in process lists
 * @param start makes and starts the application; resolves when it is ready
 */
export async function runProcess(name: string, start: () => Promise<INestApplicationContext>): Promise<void> {
  process.title = name;
  // Before the start: whoever started this may be gone before it is ready, and that is told once only.
  const asked = untilAskedToStop();
  try {
    const app = await start();
    void asked.then(() => stop(app));
    if (process.connected) process.send?.({ ready: true, url: isServer(app) ? await app.getUrl() : undefined });
  } catch (error) {
    process.stderr.write(`${name} could not start. ${explain(error)}\n`);
    process.exit(1);
  }
}

function isServer(app: INestApplicationContext): app is INestApplication {
  return 'getUrl' in app;
}

function untilAskedToStop(): Promise<void> {
  return new Promise((resolve) => {
    for (const sign of ['SIGINT', 'SIGTERM', 'disconnect']) {
      process.on(sign, () => {
        setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
        resolve();
      });
    }
  });
}

function stop(app: INestApplicationContext): Promise<never> {
  return app.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
}

function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
