import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AdminClient } from '../support/admin-client.ts';
import { eventually } from '../support/eventually.ts';
import { NpmStart } from '../support/npm-start.ts';
import { hasFailed } from '../support/outside.ts';
import { TestBrowser } from '../support/test-browser.ts';
import { createDatabase } from '../support/test-database.ts';
import { Visitor } from '../support/visitor.ts';

/** Process titles and command lines that name the folder of this start. */
const processesIn = (folder: string): string[] =>
  execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(folder) && !line.startsWith('ps '));

/** What was made at the first start and never again. */
const whatIsKept = async (start: NpmStart, data: string): Promise<unknown> => {
  const key = readFileSync(path.join(data, 'admin-access-key'), 'utf8').trim();
  const admin = new AdminClient(new URL(start.address('Admin API (GraphQL)')).origin, key);
  return (await admin.ask('{ institution { id } }')).data;
};

/** Changes a file of the demo as people do in an editor. */
const edit = (file: string, change: (institution: { feed: object }) => object): string => {
  const text = JSON.stringify(change(JSON.parse(readFileSync(file, 'utf8')) as { feed: object }));
  writeFileSync(file, text);
  return text;
};

describe('npm start', () => {
  const data = mkdtempSync(path.join(tmpdir(), 'ligature-start-'));
  const started: NpmStart[] = [];
  let current: NpmStart | undefined;
  let squatter: Server | undefined;
  let browser: TestBrowser | undefined;

  const start = (env?: Readonly<Record<string, string>>, folder = data): NpmStart => {
    const process = new NpmStart(folder, env);
    started.push(process);
    return process;
  };

  /** The one that runs, or a new one on the same data. */
  const running = async (): Promise<NpmStart> => {
    current ??= start();
    await current.isReady();
    return current;
  };

  const interrupted = async (signal?: NodeJS.Signals): Promise<void> => {
    await current?.interrupt(signal);
    current = undefined;
  };

  beforeAll(async () => {
    chmodSync(data, 0o755);
    squatter = createServer((_, response) => response.end('somebody else'));
    await new Promise<void>((resolve) => {
      squatter?.once('error', () => resolve()).listen(3000, '127.0.0.1', () => resolve());
    });
  });

  afterAll(async () => {
    squatter?.close();
    await browser?.release(!hasFailed());
    await Promise.all(started.map((process) => process.interrupt('SIGKILL').catch(() => null)));
    rmSync(data, { recursive: true, force: true });
  });

  it('shows what it does, and ends in addresses, people and what to try, on other ports where one is taken', async () => {
    const first = await running();
    expect(first.output).toMatch(
      /Starting PostgreSQL[^]*Setting up the database, the institution and its people[^]*Ready/,
    );
    expect(first.output).toMatch(/Amara Okafor[^]*Try this first/);
    expect(new URL(first.address('Portal')).port).not.toBe('3000');
    expect(await (await fetch(first.address('Portal'))).text()).toContain('ORCID');
    expect(await whatIsKept(first, data)).toMatchObject({
      institution: { id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
    });
  });

  it('started a second time, shows the same and leaves the first alone', async () => {
    const first = await running();
    const second = start();
    expect(await second.ended).toBe(0);
    expect(second.output).toContain('runs already');
    expect(second.address('Portal')).toBe(first.address('Portal'));
    expect((await fetch(second.address('Portal'))).status).toBe(200);
  });

  it('has a second institution on another host, where being signed in at the first gives nothing', async () => {
    const first = await running();
    browser = await TestBrowser.lease();
    const [portal, otherPortal] = [first.address('Portal'), first.address('Its portal')];
    const orcidSandbox = first.address('Local ORCID');
    const visitor = await Visitor.visit(browser.windows, { addresses: { portal, orcidSandbox } });
    const { page } = visitor;
    await visitor.signIn('Amara Okafor');
    expect(await page.locator('body').innerText()).toContain('Example University');

    const there = new Visitor(page, { addresses: { portal: otherPortal, orcidSandbox } });
    await there.open('/connection');
    expect(await page.locator('body').innerText()).toContain('Institute of Other Things');
    expect(await page.locator('body').innerText()).not.toContain('Amara');
    await there.signIn('Amara Okafor');
    await there.goToOrcid('Amara Okafor');
    expect(await page.locator('body').innerText()).toContain('Institute of Other Things');
    await there.authorize();
    await there.untilWritten();
    const mine = await page.locator('main').innerText();
    expect(mine).toContain('Visiting Scholar');
    expect(mine).not.toContain('Professor of Astrophysics');
    expect(await page.content()).toContain('/brand.css?color=%237a1f5c');

    await visitor.open('/connection');
    const atFirst = await page.locator('main').innerText();
    expect(atFirst).not.toContain('Visiting Scholar');
  });

  it('finds the same data again, even after it was killed', async () => {
    const kept = await whatIsKept(await running(), data);
    await interrupted('SIGKILL');
    expect(await whatIsKept(await running(), data)).toEqual(kept);
  });

  it('starts again with what people wrote into the institution file, and asks nothing about it', async () => {
    await running();
    await interrupted();
    const file = path.join(data, 'institution.json');
    const written = edit(file, (given) => ({
      ...given,
      name: 'Renamed University',
      feed: { ...given.feed, name: 'sap' },
    }));
    const again = await running();
    // A port that somebody else has taken meanwhile is another one.
    const withoutPorts = (text: string) => text.replaceAll(/localhost:\d+/g, 'localhost');
    expect(withoutPorts(readFileSync(file, 'utf8'))).toBe(withoutPorts(written));
    expect(await (await fetch(again.address('Portal'))).text()).toContain('Renamed University');
    expect(await (await fetch(again.address('Its portal'))).text()).toContain('Institute of Other Things');
  });

  it('starts though an export is refused, with what was imported before, and says how to go on', async () => {
    await running();
    await interrupted();
    const file = path.join(data, 'hr-export.csv');
    const exported = readFileSync(file, 'utf8');
    writeFileSync(file, exported.slice(0, exported.indexOf('\n') + 1));
    const again = await running();
    await eventually(() => {
      expect(again.output).toContain(`NOT IMPORTED: ${file}.`);
    });
    expect(again.output).toContain(
      `When it is right: LIGATURE_DATA=${data} npm run scheduler -- import-people ${file} --institution example`,
    );
    expect((await fetch(again.address('Portal'))).status).toBe(200);
    writeFileSync(file, exported);
  });

  it('has operator’s commands run in it, with what their caller sets, and never elsewhere', async () => {
    await running();
    const command = (env: Readonly<Record<string, string>>, ...given: string[]) => {
      const { PATH, HOME } = process.env;
      const { status, stdout, stderr } = spawnSync('npm', ['run', '--silent', 'scheduler', '--', ...given], {
        env: { PATH, HOME, LIGATURE_DATA: data, ...env },
        encoding: 'utf8',
      });
      return { status, stdout, stderr };
    };
    const file = path.join(data, 'institution.json');
    const refused = command({ ORCID_CLIENT_SECRET: 'wrong' }, 'configure', file);
    expect(refused).toMatchObject({ status: 1, stdout: '' });
    expect(refused.stderr).toContain('refuses the client APP-EXAMPLE000000001 with this secret');
    expect(command({}, 'configure', file)).toMatchObject({ status: 0, stderr: '' });
    const elsewhere = command({ DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }, 'cases');
    expect(elsewhere).toMatchObject({ status: 1, stdout: '' });
    expect(elsewhere.stderr).toContain('unset DATABASE_URL');
  });

  it('stops all of it at Ctrl-C and leaves no process behind', async () => {
    const again = await running();
    await interrupted();
    expect(again.output).toContain('Everything is stopped.');
    await eventually(() => {
      expect(processesIn(data)).toEqual([]);
    });
    await expect(fetch(again.address('Portal'))).rejects.toThrow();
  });

  it('uses the PostgreSQL of DATABASE_URL instead of its own', async () => {
    const database = await createDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'ligature-start-'));
    const process = start({ DATABASE_URL: database.url }, folder);
    await eventually(async () => {
      expect(await database.query(`select 1 from pg_tables where tablename = 'institution'`)).toHaveLength(1);
    }, 60_000);
    expect(processesIn(folder).filter((line) => line.includes('postgres'))).toEqual([]);
    await process.interrupt('SIGKILL');
    await eventually(() => {
      expect(processesIn(folder)).toEqual([]);
    });
    await database.drop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('refuses to be a production', async () => {
    const production = start({ NODE_ENV: 'production' });
    expect(await production.ended).toBe(1);
    expect(production.output).toContain('does not run with NODE_ENV=production');
  });
});
