import { parseArgs } from 'node:util';
import { Simulator } from './simulator.ts';
import { loadSettings } from './settings/load-settings.ts';

function start(args: string[]): Promise<Simulator> {
  const { values } = parseArgs({
    args,
    options: {
      port: { type: 'string', default: '0' },
      host: { type: 'string', default: '127.0.0.1' },
      settings: { type: 'string' },
      state: { type: 'string' },
    },
  });
  const { host, port, state } = values;
  return Simulator.start({ settings: loadSettings(values.settings), port: Number(port), host, state });
}

/** Heard from the first moment on. Started with a channel, this program does not outlive the one that started it. */
function stopOnRequest(starting: Promise<Simulator>): void {
  const stop = (): void => {
    void starting.then((simulator) => simulator.stop()).finally(() => process.exit());
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
  if (process.connected) process.once('disconnect', stop);
  else if (process.send) stop();
}

try {
  const starting = start(process.argv.slice(2));
  stopOnRequest(starting);
  const { addresses } = await starting;
  process.stdout.write(`${JSON.stringify({ ready: true, ...addresses })}\n`);
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}
