import { readCommandLine } from './command-line.ts';
import { keptKeyRing } from './keys/key-ring-file.ts';
import { newKeyRing } from './keys/key-ring.ts';
import { readSettings } from './settings-file.ts';
import { type RunningDevIdp, startDevIdp } from './start-dev-idp.ts';

const clock = (): Date => new Date();

async function start(args: string[]): Promise<RunningDevIdp> {
  const { settings: settingsFile, state, host, port } = readCommandLine(args);
  const settings = await readSettings(settingsFile);
  const keys = await (state === undefined ? newKeyRing(clock()) : keptKeyRing(state, clock()));
  return startDevIdp({ settings, keys, host, port, clock });
}

/** Heard from the first moment on. A parent that started us with a channel takes us with it, however it ends. */
function stopOnRequest(starting: Promise<RunningDevIdp>): void {
  const stop = (): void => {
    void starting.then((running) => running.close()).finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.connected) process.once('disconnect', stop);
  else if (process.send) stop();
}

try {
  const starting = start(process.argv.slice(2));
  stopOnRequest(starting);
  const { site, port } = await starting;
  const { url, metadata, entityId } = site;
  process.stdout.write(`${JSON.stringify({ ready: true, url, metadata, entityId, port })}\n`);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
