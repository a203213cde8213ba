import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { type RunningPostgres, startPostgres } from '../postgres/embedded-postgres.ts';
import { type Addresses, chooseAddresses, portOf } from './addresses.ts';
import { type DemoCredential, demoCredential } from './demo-credential.ts';
import { type DemoSecrets, demoSecrets } from './demo-secrets.ts';
import { StackProcess } from './process.ts';
import { type SettingsFiles, writeSettings } from './settings.ts';

export interface StackOptions {
  /** Where data, settings and logs are kept. */
  readonly folder: string;
  /** PostgreSQL to use instead of an embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Whether any free ports will do, as for several houses at once. */
  readonly anyPorts?: boolean;
  /** Hears what is being done, in words for people. */
  readonly onProgress?: (step: string) => void;
  /** Further environment of the product's processes. */
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');
/** Compiled code of the many short processes of a house, kept between them: a fifth less work for each start. */
const COMPILE_CACHE = path.join(ROOT, 'node_modules/.cache/compile');
const run = promisify(execFile);

/** The whole product with everything around it: database, local ORCID, local identity provider, and the three faces. */
export class Stack {
  readonly addresses: Addresses;
  readonly settings: SettingsFiles;
  private readonly options: StackOptions;
  private readonly secrets: DemoSecrets;
  private readonly credential: DemoCredential;
  private readonly processes: StackProcess[] = [];
  private postgres: RunningPostgres | undefined;

  private constructor(options: StackOptions, addresses: Addresses, credential: DemoCredential) {
    this.credential = credential;
    this.options = options;
    this.addresses = addresses;
    this.secrets = demoSecrets(path.join(options.folder, 'secrets.json'));
    this.settings = writeSettings(path.join(ROOT, 'test/fixtures'), options.folder, addresses);
  }

  /** Starts everything; what was started is stopped again when something fails. */
  static async start(options: StackOptions): Promise<Stack> {
    mkdirSync(options.folder, { recursive: true });
    const credential = await demoCredential(path.join(options.folder, 'saml-key.json'));
    const stack = new Stack(options, await chooseAddresses(options.anyPorts), credential);
    try {
      await stack.startAll();
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  /** Runs a command of the scheduler in this house. @returns what it answered */
  async command(...given: string[]): Promise<string> {
    const main = this.main('scheduler');
    const { stdout } = await run(process.execPath, [main, ...given], { env: this.env(), cwd: ROOT });
    return stdout;
  }

  /** Never resolves. @throws when one of the processes ends by itself, with what to tell people */
  async untilBroken(): Promise<never> {
    return Promise.race(
      this.processes.map(async ({ name, ended }): Promise<never> => {
        throw new Error(`${name} ended by itself (status ${String(await ended)}); its log is ${this.logOf(name)}`);
      }),
    );
  }

  /** Stops everything, last started first. */
  async stop(): Promise<void> {
    rmSync(path.join(this.options.folder, 'environment.json'), { force: true });
    for (const process of this.processes.splice(0).reverse()) await process.stop();
    await this.postgres?.stop();
    this.postgres = undefined;
  }

  /** Stops one process, as a crash or an operator would. */
  async stopProcess(name: string): Promise<void> {
    const at = this.processes.findIndex((process) => process.name === name);
    const [process] = this.processes.splice(at, 1);
    await process?.stop();
  }

  private async startAll(): Promise<void> {
    const { onProgress = () => undefined } = this.options;
    onProgress('Starting PostgreSQL');
    const database = this.startDatabase();
    onProgress('Starting the local ORCID and the local identity provider');
    await Promise.all([database, this.startOrcidSandbox(), this.startDevIdp()]);
    writeFileSync(path.join(this.options.folder, 'environment.json'), JSON.stringify(this.env()), { mode: 0o600 });
    onProgress('Setting up the database, the institution and its people');
    await this.command('set-up', this.settings.institution, this.settings.hrExport);
    onProgress('Starting portal, admin API and scheduler');
    await Promise.all([this.startPortal(), this.startAdminApi(), this.startScheduler()]);
  }

  private async startDatabase(): Promise<void> {
    if (this.options.databaseUrl === undefined) {
      this.postgres = await startPostgres({ folder: path.join(this.options.folder, 'postgres'), purpose: 'keep' });
    }
  }

  private async startOrcidSandbox(): Promise<void> {
    await this.startSimulator('orcid-sandbox', this.settings.orcidSandbox, this.addresses.orcidSandbox);
  }

  private async startDevIdp(): Promise<void> {
    await this.startSimulator('dev-idp', this.settings.devIdp, this.addresses.devIdp);
  }

  private async startSimulator(name: string, settings: string, address: string): Promise<void> {
    const state = path.join(this.options.folder, `${name}.state.json`);
    const given = ['--port', portOf(address), '--settings', settings, '--state', state];
    await this.spawn(name, [this.main(name), ...given], {
      PATH: process.env['PATH'] ?? '',
      NODE_COMPILE_CACHE: COMPILE_CACHE,
    }).firstLine();
  }

  private async startPortal(): Promise<void> {
    await this.startApp('portal', this.addresses.portal).answers(`${this.addresses.portal}/health/ready`);
  }

  private async startAdminApi(): Promise<void> {
    await this.startApp('admin-api', this.addresses.adminApi).answers(`${this.addresses.adminApi}/health/ready`);
  }

  private async startScheduler(): Promise<void> {
    await this.spawn('scheduler', [this.main('scheduler')], this.env()).message();
  }

  private startApp(name: string, address: string): StackProcess {
    return this.spawn(name, [this.main(name)], { ...this.env(), PORT: portOf(address) });
  }

  private spawn(name: string, command: readonly string[], env: Readonly<Record<string, string>>): StackProcess {
    const started = StackProcess.start({ name, command, env, log: this.logOf(name) });
    this.processes.push(started);
    return started;
  }

  private logOf(name: string): string {
    return path.join(this.options.folder, `${name}.log`);
  }

  private main(name: string): string {
    return path.join(ROOT, 'apps', name, 'dist/main.js');
  }

  private env(): Record<string, string> {
    const { portal, orcidSandbox } = this.addresses;
    return {
      PATH: process.env['PATH'] ?? '',
      NODE_ENV: 'development',
      NODE_COMPILE_CACHE: COMPILE_CACHE,
      DATABASE_URL: this.databaseUrl(),
      TOKEN_KEYS: this.secrets.tokenKeys,
      ITEM_ID_KEY: this.secrets.itemIdKey,
      SESSION_SECRETS: this.secrets.sessionSecrets,
      SAML_KEY: this.credential.key,
      SAML_CERTIFICATE: this.credential.certificate,
      ORCID_CLIENT_SECRET: this.settings.clientSecret,
      PORTAL_URL: portal,
      ORCID_ENVIRONMENT: 'local',
      ORCID_SITE_URL: orcidSandbox,
      ORCID_API_URL: `${orcidSandbox}/api`,
      ...this.options.env,
    };
  }

  private databaseUrl(): string {
    const url = this.options.databaseUrl ?? this.postgres?.url;
    if (url === undefined) throw new Error('The database is not started.');
    return url;
  }
}
