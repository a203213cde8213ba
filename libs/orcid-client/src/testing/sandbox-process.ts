import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseOrcidId, type OrcidId, type Scope, Secret } from '@ligature/orcid-model';
import { OrcidClient } from '../orcid-client.ts';
import type { OrcidAddresses, OrcidClientOptions } from '../orcid-client-options.ts';
import type { ClientCredentials } from '../orcid-grant.ts';
import type { RecordAccess } from '../record-access.ts';

const MAIN = new URL('../../../../apps/orcid-sandbox/dist/main.js', import.meta.url).pathname;

export const CALLBACK = 'http://localhost:3000/callback';
export const US: ClientCredentials = {
  clientId: 'APP-EXAMPLE000000001',
  clientSecret: new Secret('client-secret', 'example-member-secret'),
};
export const OTHERS: ClientCredentials = {
  clientId: 'APP-EXAMPLE000000002',
  clientSecret: new Secret('client-secret', 'example-other-secret'),
};

const EVERYTHING: readonly Scope[] = ['/read-limited', '/activities/update', '/person/update'];

const SETTINGS = {
  clients: [US, OTHERS].map(({ clientId, clientSecret }) => ({
    id: clientId,
    secret: clientSecret.reveal(),
    name: clientId === US.clientId ? 'Example University' : 'Example Repository',
    description: 'Keeps records true.',
    redirectUris: [CALLBACK],
    type: clientId === US.clientId ? 'premium' : 'member',
  })),
  people: [
    { key: 'ada', email: 'ada@example.org', givenNames: 'Ada', familyName: 'Example', creditName: 'A. Example' },
    { key: 'primary', email: 'primary@example.org', givenNames: 'Prima' },
    { key: 'merged', email: 'merged@example.org', givenNames: 'Prima', state: 'merged', mergedInto: 'primary' },
    { key: 'no-mail', email: 'quiet@example.org', givenNames: 'Quiet', notifications: false },
  ],
  groups: [{ groupId: 'issn:0264-3561', name: 'Journal of Psychoceramics' }],
  rateLimits: { enabled: false },
};

export interface LoggedCall {
  readonly method: string;
  readonly url: string;
  readonly status: number;
}

/** A local ORCID in another process, and what the world outside does there. */
export class SandboxProcess {
  private constructor(
    private readonly addresses: Required<OrcidAddresses>,
    private readonly end: () => Promise<void>,
  ) {}

  /**
   * In a test run one that earlier test files have used, with nothing left of what they did; else one of its own.
   * @param settings instead of those of the same name, e.g. `{ limits: { worksPerRecord: 2 } }`
   */
  static async start(settings: object = {}): Promise<SandboxProcess> {
    const services = process.env['TEST_SERVICES_URL'];
    const given = JSON.stringify({ ...SETTINGS, ...settings });
    return services === undefined ? SandboxProcess.spawn(given) : SandboxProcess.lease(services, given);
  }

  /** See tools/src/test-services. */
  private static async lease(services: string, settings: string): Promise<SandboxProcess> {
    const leased = await fetch(`${services}/orcid/lease`, { method: 'POST', body: settings });
    if (!leased.ok) throw new Error(await leased.text());
    const { id, addresses } = (await leased.json()) as { id: string; addresses: Required<OrcidAddresses> };
    return new SandboxProcess(addresses, async () => {
      await fetch(`${services}/orcid/release?lease=${id}`, { method: 'POST', body: 'true' });
    });
  }

  private static async spawn(settings: string): Promise<SandboxProcess> {
    const folder = mkdtempSync(path.join(tmpdir(), 'orcid-contract-'));
    const file = path.join(folder, 'settings.json');
    writeFileSync(file, settings);
    const arguments_ = [MAIN, '--port', '0', '--settings', file];
    // It stops by itself when the channel to this process breaks.
    const child = spawn(process.execPath, arguments_, { stdio: ['ignore', 'pipe', 'inherit', 'ipc'], env: {} });
    const [line] = (await once(createInterface(child.stdout!), 'line')) as [string];
    return new SandboxProcess(JSON.parse(line) as Required<OrcidAddresses>, async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
      rmSync(folder, { recursive: true });
    });
  }

  /** A client that tries again at once, and waits for no slot. */
  client(options: Partial<OrcidClientOptions> = {}): OrcidClient {
    return new OrcidClient({ orcid: this.addresses, requestsPerSecond: 1_000_000, retryDelayMs: 1, ...options });
  }

  /** Environment with which a library takes this for ORCID. */
  get env(): Record<string, string> {
    const { site, api } = this.addresses;
    return { ORCID_ENVIRONMENT: 'local', ORCID_SITE_URL: site, ORCID_API_URL: api };
  }

  async orcid(person: string): Promise<OrcidId> {
    return parseOrcidId((await this.admin<{ orcid: string }>('GET', `/record/${person}`)).orcid);
  }

  /** What `US`, or another client, holds after a person agreed. */
  async access(
    person: string,
    scopes: readonly Scope[] = EVERYTHING,
    { clientId }: ClientCredentials = US,
  ): Promise<RecordAccess> {
    const answer = await this.admin<{ access_token: string }>('POST', '/tokens', { clientId, person, scopes });
    return { orcid: await this.orcid(person), token: new Secret('access-token', answer.access_token) };
  }

  /** A code that a person gave in the browser. They agreed to the same before, so that nobody is asked again. */
  async code(person: string, scopes: readonly Scope[] = EVERYTHING): Promise<string> {
    const { orcid } = await this.access(person, scopes);
    const { site } = this.addresses;
    const signIn = { method: 'POST', body: new URLSearchParams({ person: orcid }), redirect: 'manual' } as const;
    const cookie = (await fetch(`${site}/signin`, signIn)).headers.get('set-cookie')?.split(';')[0] ?? '';
    const url = this.client().tokens.authorizationUrl(US, { redirectUri: CALLBACK, scopes, state: 'st4te' });
    const answer = await fetch(url, { headers: { cookie }, redirect: 'manual' });
    const code = new URL(answer.headers.get('location') ?? site).searchParams.get('code');
    if (code === null) throw new Error(`no code in the answer ${answer.status}`);
    return code;
  }

  /** Somebody new on whom a test may try anything. */
  async someone(given: object = {}): Promise<string> {
    const key = `person-${Math.random().toString(36).slice(2)}`;
    await this.admin('POST', '/people', { key, givenNames: 'Somebody', ...given });
    return key;
  }

  change(person: string, change: object): Promise<unknown> {
    return this.admin('PATCH', `/people/${person}`, change);
  }

  revokeAsUser({ orcid }: RecordAccess): Promise<unknown> {
    return this.admin('POST', '/revoke-as-user', { orcid, clientId: US.clientId });
  }

  /** A bad day, e.g. `{ effect: 'reset-after', method: 'POST', times: 1 }`. @returns how many calls came that it was for */
  async fault(fault: object): Promise<() => Promise<number>> {
    const { id } = await this.admin<{ id: number }>('POST', '/faults', fault);
    return async () => {
      const faults = await this.admin<{ id: number; seen: number }[]>('GET', '/faults');
      return faults.find((one) => one.id === id)?.seen ?? 0;
    };
  }

  async noFaults(): Promise<void> {
    await this.admin('DELETE', '/faults');
  }

  /** What was asked since the last time. */
  async calls(): Promise<LoggedCall[]> {
    const calls = await this.admin<LoggedCall[]>('GET', '/log');
    await this.admin('DELETE', '/log');
    return calls;
  }

  async admin<T = unknown>(method: string, at: string, body?: object): Promise<T> {
    const json = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } };
    const answer = await fetch(`${this.addresses.site}/__admin${at}`, { method, ...(body && json) });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${at}: ${answer.status} ${text}`);
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  stop(): Promise<void> {
    return this.end();
  }
}
