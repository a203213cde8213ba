import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { checkDigit } from '@ligature/orcid-model';

const MAIN = new URL('../../../apps/orcid-sandbox/dist/main.js', import.meta.url).pathname;
const CLIENT = 'APP-BENCHMARK0000001';

/** Whose record a worker may write to. */
export interface Permission {
  readonly orcid: string;
  readonly accessToken: string;
}

export interface LoggedCall {
  readonly at: string;
  readonly bucket: string;
  readonly status: number;
}

export interface Sandbox {
  readonly site: string;
  readonly api: string;
  readonly people: readonly Permission[];
  /** What it was asked, oldest first. */
  calls(): Promise<LoggedCall[]>;
  stop(): Promise<void>;
}

/** A local ORCID with so many people, each of whom has permitted everything. */
export async function startSandbox(people: number, isLimited: boolean): Promise<Sandbox> {
  const permissions = Array.from({ length: people }, (_, at) => permission(at));
  const folder = mkdtempSync(path.join(tmpdir(), 'orcid-bench-'));
  const file = path.join(folder, 'settings.json');
  writeFileSync(file, JSON.stringify(settingsFor(permissions, isLimited)));
  const child = spawn(process.execPath, [MAIN, '--settings', file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [addresses] = (await once(createInterface(child.stdout), 'line')) as [string];
  const { site, api } = JSON.parse(addresses) as { site: string; api: string };
  return {
    site,
    api,
    people: permissions,
    calls: async () => (await fetch(`${site}/__admin/log`)).json() as Promise<LoggedCall[]>,
    stop: async () => {
      child.kill();
      await once(child, 'exit');
      rmSync(folder, { recursive: true });
    },
  };
}

function settingsFor(people: readonly Permission[], isLimited: boolean): object {
  return {
    rateLimits: { enabled: isLimited },
    limits: { logEntries: 100_000 },
    clients: [{ id: CLIENT, secret: 'benchmark', name: 'Benchmark University', type: 'member' }],
    people: people.map(({ orcid }) => ({ orcid, email: `${orcid}@example.org`, givenNames: 'Bench' })),
    tokens: people.map(({ orcid, accessToken }) => ({
      accessToken,
      client: CLIENT,
      person: orcid,
      scopes: ['/read-limited', '/activities/update'],
    })),
  };
}

/** From a block of iDs that ORCID does not assign. */
function permission(at: number): Permission {
  const digits = `00099${String(at).padStart(10, '0')}`;
  const orcid = (digits + checkDigit(digits)).replace(/(.{4})(?=.)/g, '$1-');
  return { orcid, accessToken: `token-${at}` };
}
