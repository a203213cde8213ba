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

/** A parent that started us with a channel takes us with it, however it ends. */
function stopOnRequest(running: RunningDevIdp): void {
  let closing: Promise<void> | undefined;
  const stop = (): void => {
    closing ??= running.close();
    void closing.finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.connected) process.once('disconnect', stop);
}

try {
  const running = await start(process.argv.slice(2));
  stopOnRequest(running);
  const { url, metadata, entityId } = running.site;
  process.stdout.write(`${JSON.stringify({ ready: true, url, metadata, entityId })}\n`);
} catch (fault) {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exit(1);
}
