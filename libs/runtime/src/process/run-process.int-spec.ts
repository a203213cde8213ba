import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { pathToFileURL } from 'node:url';
import path from 'node:path';

const COMPILED = pathToFileURL(path.resolve(import.meta.dirname, '../../dist/process/run-process.js')).href;

/** A process of which something keeps the event loop busy, as a pool of connections does. */
const SCRIPT = `
  import { setTimeout } from 'node:timers/promises';
  import { runProcess } from ${JSON.stringify(COMPILED)};
  await runProcess('a-test', async () => {
    process.send({ starting: true });
    const busy = setInterval(() => undefined, 1000);
    await setTimeout(Number(process.argv.at(-1)));
    return { close: async () => clearInterval(busy) };
  });`;

describe('a process of the product', () => {
  let child: ChildProcess | undefined;

  const starting = async (startMs: number): Promise<ChildProcess> => {
    const given = ['--input-type=module', '--eval', SCRIPT, '--', String(startMs)];
    child = spawn(process.execPath, given, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    expect(await once(child, 'message')).toEqual([{ starting: true }, undefined]);
    return child;
  };

  afterEach(() => child?.kill('SIGKILL'));

  it.each([
    ['whoever started it is gone', (child: ChildProcess) => child.disconnect()],
    ['it is told to stop', (child: ChildProcess) => child.kill('SIGTERM')],
  ])('ends cleanly when %s before it was ready', async (_, ask) => {
    const starts = await starting(300);
    ask(starts);
    expect(await once(starts, 'exit')).toEqual([0, null]);
  });

  it('ends cleanly when whoever started it is gone after it was ready', async () => {
    const ready = await starting(0);
    expect(await once(ready, 'message')).toEqual([{ ready: true }, undefined]);
    ready.disconnect();
    expect(await once(ready, 'exit')).toEqual([0, null]);
  });
});
