import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** The built program: `nx test` builds it first. */
const PROGRAM = fileURLToPath(new URL('../dist/main.js', import.meta.url));

describe('the program', () => {
  let folder: string;
  let child: ChildProcess;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'orcid-sandbox-'));
  });
  afterEach(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true });
  });

  function start(...args: string[]): void {
    child = spawn(process.execPath, [PROGRAM, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  }

  async function readiness(): Promise<Record<string, string>> {
    if (child.stdout === null) throw new Error('there is no output to read');
    const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
    return JSON.parse(line) as Record<string, string>;
  }

  it('tells in one line where its three hosts are, and is there', async () => {
    start('--port', '0');
    const { site = '', ...rest } = await readiness();
    expect(site).toMatch(/^http:\/\/localhost:\d+$/);
    expect(rest).toEqual({ ready: true, api: `${site}/api`, pub: `${site}/pub` });
    expect((await fetch(`${site}/api/v3.0/status`)).status).toBe(200);
  });

  it('is reached through loopback only, unless told otherwise', async () => {
    start('--port', '0');
    const { port } = new URL((await readiness())['site'] ?? '');
    const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
    for (const { address } of addresses.filter(({ internal, family }) => !internal && family === 'IPv4')) {
      await expect(fetch(`http://${address}:${port}/`)).rejects.toThrow();
    }
    expect((await fetch(`http://127.0.0.1:${port}/`)).status).toBe(200);
  });

  it.each(['SIGTERM', 'SIGINT'] as const)('stops on %s though a client holds its connection', async (signal) => {
    start('--port', '0');
    await fetch((await readiness())['site'] ?? '');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stops when the process that forked it lets go', async () => {
    child = fork(PROGRAM, ['--port', '0'], { silent: true });
    await readiness();
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('stops even when that process is gone before it has started', async () => {
    child = fork(PROGRAM, ['--port', '0'], { silent: true });
    child.disconnect();
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  it('says all that is wrong with its settings, and does not start', async () => {
    const settings = join(folder, 'settings.json');
    writeFileSync(settings, JSON.stringify({ people: [{ givenNames: '' }], clients: 1 }));
    start('--settings', settings);
    if (child.stderr === null) throw new Error('there is nothing to read');
    const said = await text(child.stderr);
    expect(said).toContain('clients');
    expect(said).toContain('givenNames');
    expect(child.exitCode ?? (await once(child, 'exit'))[0]).toBe(1);
  });
});
