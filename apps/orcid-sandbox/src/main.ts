import { parseArgs } from 'node:util';
import { Rehearsal } from './rehearsal.ts';
import { loadSettings } from './settings/load-settings.ts';

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '0' },
    host: { type: 'string', default: '127.0.0.1' },
    settings: { type: 'string' },
    state: { type: 'string' },
  },
});

const rehearsal = await Rehearsal.start({
  settings: loadSettings(values.settings),
  port: Number(values.port),
  host: values.host,
  state: values.state,
});

let stopping = false;
async function stop(): Promise<void> {
  if (stopping) return;
  stopping = true;
  await rehearsal.stop();
  process.exit(0);
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop());
// Started by another program: no orphan stays when that one dies.
process.on('disconnect', () => void stop());

process.stdout.write(`${JSON.stringify({ ready: true, ...rehearsal.addresses })}\n`);
