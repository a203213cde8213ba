import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

/** The built program: `nx test` builds it first. */
const program = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const example = fileURLToPath(new URL('../settings.example.json', import.meta.url));

interface Readiness {
  ready: boolean;
  url: string;
  metadata: string;
  entityId: string;
  port: number;
}

describe('The program', () => {
  let folder: string;
  let child: ChildProcess;

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'dev-idp-'));
  });
  afterEach(async () => {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true });
  });

  function start(...args: string[]): void {
    child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async function readiness(): Promise<Readiness> {
    const [line] = (await once(createInterface({ input: child.stdout! }), 'line')) as [string];
    return JSON.parse(line) as Readiness;
  }

  async function certificateAt({ metadata }: Readiness): Promise<string | undefined> {
    return /<ds:X509Certificate>([^<]*)/.exec(await (await fetch(metadata)).text())?.[1];
  }

  it('tells in one line where it is, and is there', async () => {
    start('--port', '0', '--settings', example);
    const ready = await readiness();
    expect(ready).toEqual({
      ready: true,
      url: expect.stringMatching(/^http:\/\/localhost:\d+$/) as string,
      metadata: `${ready.url}/metadata`,
      entityId: `${ready.url}/metadata`,
      port: Number(new URL(ready.url).port),
    });
    expect(await certificateAt(ready)).toMatch(/^MII/);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s though a browser holds its connection', async (signal) => {
    start('--port', '0', '--settings', example);
    await fetch((await readiness()).url);
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stops when the process that forked it lets go', async () => {
    child = fork(program, ['--port', '0', '--settings', example], { silent: true });
    await readiness();
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stops even when that process is gone before it has started', async () => {
    child = fork(program, ['--port', '0', '--settings', example], { silent: true });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('is the same provider after a restart with the same state, and another one without', async () => {
    const state = ['--state', join(folder, 'state.json')];
    const certificates: (string | undefined)[] = [];
    for (const options of [state, state, []]) {
      start('--port', '0', '--settings', example, ...options);
      certificates.push(await certificateAt(await readiness()));
      child.kill();
      await once(child, 'exit');
    }
    const [first, second, third] = certificates;
    expect(second).toBe(first);
    expect(third).not.toBe(first);
  });

  it.each([
    ['no settings', [], 'settings'],
    ['a port that is none', ['--settings', example, '--port', 'http'], 'port'],
    ['an option it does not know', ['--settings', example, '--colour', 'red'], '--colour'],
  ])('does not start with %s, and says why', async (_fault, args, reason) => {
    start(...args);
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'exit')]);
    expect([child.exitCode, stdout]).toEqual([1, '']);
    expect(stderr).toContain(reason);
  });

  it('does not start at a port that is taken, and says why', async () => {
    start('--port', '0', '--settings', example);
    const first = child;
    const { port } = new URL((await readiness()).url);
    start('--port', port, '--settings', example);
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    first.kill();
    await once(first, 'exit');
    expect(stderr).toContain('EADDRINUSE');
    expect(child.exitCode).toBe(1);
  });

  it('names every fault of its settings', async () => {
    const settings = join(folder, 'settings.json');
    await writeFile(settings, JSON.stringify({ scope: 'a b', people: [], serviceProviders: [{}] }));
    start('--settings', settings);
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'exit')]);
    for (const name of ['scope', 'people', 'serviceProviders']) expect(stderr).toContain(name);
  });

  async function text(stream: ChildProcess['stdout']): Promise<string> {
    return (await stream!.setEncoding('utf8').toArray()).join('');
  }
});
