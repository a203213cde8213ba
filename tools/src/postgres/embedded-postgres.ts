import { execFile } from 'node:child_process';
import { randomBytes, randomInt } from 'node:crypto';
import { chownSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type Account, postgresAccount } from './account.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { placeFor } from './place.ts';

const run = promisify(execFile);

export interface PostgresOptions {
  /** Where the data is kept; made on first use. */
  readonly folder: string;
  /** `test`: nothing survives a power cut, and everything is faster. */
  readonly purpose: 'keep' | 'test';
}

export interface RunningPostgres {
  /** Address of the server's maintenance database. */
  readonly url: string;
  stop(): Promise<void>;
}

const UNSAFE_BUT_FAST = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=300'];

/**
 * Starts a real PostgreSQL from npm, on a free port of this machine only. A server that an earlier, killed run left
 * behind on the same data is stopped first.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  const server = await serverIn(options.folder);
  if (!existsSync(path.join(server.data, 'PG_VERSION'))) await initialise(server);
  else await control(server, 'stop', '-m', 'fast').catch(() => undefined);
  const port = await startOnAnyPort(server, options);
  const password = readFileSync(server.passwordFile, 'utf8');
  return {
    url: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    stop: () => control(server, 'stop', '-m', 'fast'),
  };
}

/**
 * PostgreSQL takes no port 0, so ports are tried until it listens on one: it alone knows whether one is free.
 * @returns the port it listens on
 */
async function startOnAnyPort(server: Server, options: PostgresOptions): Promise<number> {
  for (let triesLeft = 20; ; triesLeft--) {
    const port = randomInt(20_000, 32_000);
    rmSync(server.log, { force: true });
    try {
      await control(server, 'start', '-t', '60', '-l', server.log, '-o', settings(port, options));
      return port;
    } catch (error) {
      const log = lastLines(server.log);
      if (triesLeft > 0 && log.includes('could not bind')) continue;
      throw new Error(`PostgreSQL did not start:\n${log}`, { cause: error });
    }
  }
}

/** Stops the server whose data is in the folder, if it runs. */
export async function stopPostgres(folder: string): Promise<void> {
  await control(await serverIn(folder), 'stop', '-m', 'fast').catch(() => undefined);
}

interface Server {
  readonly binaries: Binaries;
  readonly account: Account;
  readonly data: string;
  readonly log: string;
  readonly passwordFile: string;
}

async function serverIn(wanted: string): Promise<Server> {
  const account = postgresAccount();
  const binaries = await findBinaries(account);
  const folder = placeFor(wanted, account);
  const inside = (name: string): string => path.join(folder, name);
  return { binaries, account, data: inside('data'), log: inside('log'), passwordFile: inside('password') };
}

async function control({ binaries, account, data }: Server, ...given: string[]): Promise<void> {
  await runAs(account, binaries.pgCtl, ['-D', data, '-w', '-s', ...given]);
}

async function initialise({ binaries, account, data, passwordFile: file }: Server): Promise<void> {
  writeFileSync(file, randomBytes(24).toString('base64url'), { mode: 0o600 });
  if (account.uid !== undefined && account.gid !== undefined) chownSync(file, account.uid, account.gid);
  const flags = ['-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${file}`, '--encoding=UTF8', '--locale=C.UTF-8'];
  await runAs(account, binaries.initdb, ['-D', data, ...flags]);
}

function settings(port: number, { purpose }: PostgresOptions): string {
  const always = [`port=${port}`, 'listen_addresses=127.0.0.1', 'unix_socket_directories='];
  return [...always, ...(purpose === 'test' ? UNSAFE_BUT_FAST : [])].map((setting) => `-c ${setting}`).join(' ');
}

async function runAs(account: Account, program: string, given: string[]): Promise<void> {
  await run(program, given, { ...account, cwd: '/', env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' } });
}

function lastLines(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(-15).join('\n') : '(no log was written)';
}
