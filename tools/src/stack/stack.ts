import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type RunningPostgres, startPostgres } from '../postgres/embedded-postgres.ts';
import { type Addresses, addressAt, atOtherName, portOf, WELL_KNOWN } from './addresses.ts';
import { CommandLine } from './command-line.ts';
import { type DemoCredential, demoCredential } from './demo-credential.ts';
import { type DemoSecrets, demoSecrets } from './demo-secrets.ts';
import { Front } from './front.ts';
import { refusalOf, type RefusedFile } from './refused-file.ts';
import { StackProcess } from './process.ts';
import { type OtherOrigins, Settings, type SettingsFiles } from './settings.ts';

export interface StackOptions {
  /** Where data, settings and logs are kept. */
  readonly folder: string;
  /** PostgreSQL to use instead of an embedded one. */
  readonly databaseUrl?: string | undefined;
  /** Whether any free ports will do, as for several stacks at once. */
  readonly anyPorts?: boolean;
  /** Whether its processes stay in the process group of whoever starts it (see `ProcessOptions`). */
  readonly isOfGroup?: boolean;
  /** Hears what is being done, in words for people. */
  readonly onProgress?: (step: string) => void;
  /** Hears of a file that is refused; without it a refused file ends the start. */
  readonly onRefused?: (refused: RefusedFile) => void;
  /** Whether a second institution is set up beside the first, with an identity provider of its own. */
  readonly hasSecondInstitution?: boolean;
  /** Further environment of the product's processes. */
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = path.resolve(import.meta.dirname, '../../..');

/**
 * The whole product with everything around it: database, local ORCID, local identity provider, portal, admin API and
 * scheduler. Each process listens on a port that the system gives it and says which; only the portal's address must be
 * known before (see `Front`), and addresses that people remember are tried first where they are wanted.
 */
export class Stack {
  private readonly settings: Settings;
  private readonly options: StackOptions;
  private readonly secrets: DemoSecrets;
  private readonly credential: DemoCredential;
  private readonly front: Front;
  private readonly otherFront: Front | undefined;
  private readonly processes: StackProcess[] = [];
  private readonly known = new Map<keyof Addresses, string>();
  private operator: CommandLine | undefined;
  private postgres: RunningPostgres | undefined;

  private constructor(
    options: StackOptions,
    credential: DemoCredential,
    fronts: { readonly front: Front; readonly otherFront?: Front | undefined },
  ) {
    this.options = options;
    this.credential = credential;
    this.front = fronts.front;
    this.otherFront = fronts.otherFront;
    this.known.set('portal', this.front.address);
    this.secrets = demoSecrets(path.join(options.folder, 'secrets.json'));
    this.settings = new Settings(options.folder);
  }

  /** Starts everything; what was started is stopped again when something fails. */
  static async start(options: StackOptions): Promise<Stack> {
    mkdirSync(options.folder, { recursive: true });
    const credential = await demoCredential(path.join(options.folder, 'saml-key.json'));
    const listen = (wanted: number): Promise<Front> => Front.listen(options.anyPorts === true ? 0 : wanted);
    const front = await listen(WELL_KNOWN.portal);
    const otherFront = options.hasSecondInstitution === true ? await listen(WELL_KNOWN.otherIdp) : undefined;
    const stack = new Stack(options, credential, { front, otherFront });
    try {
      await stack.startAll();
      return stack;
    } catch (error) {
      await stack.stop();
      throw error;
    }
  }

  get addresses(): Addresses {
    return {
      portal: this.addressOf('portal'),
      adminApi: this.addressOf('adminApi'),
      orcidSandbox: this.addressOf('orcidSandbox'),
      devIdp: this.addressOf('devIdp'),
      ...(this.otherFront !== undefined && this.otherOrigins),
    };
  }

  private get otherOrigins(): OtherOrigins {
    const otherIdp = this.otherFront?.address ?? this.addressOf('devIdp');
    return { otherPortal: atOtherName(this.front.address), otherIdp: atOtherName(otherIdp) };
  }

  /** What the first institution calls itself in commands. */
  get slug(): string {
    return this.settings.slug;
  }

  get files(): SettingsFiles {
    return this.settings.files;
  }

  /** Runs a command of the scheduler in this stack. @returns what it answered @throws {CommandFailedError} */
  async command(...given: string[]): Promise<string> {
    const { isOfGroup } = this.options;
    this.operator ??= new CommandLine({ env: this.env(), log: this.logOf('command-line'), isOfGroup });
    return this.operator.run(...given);
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
    await this.operator?.stop();
    for (const process of this.processes.splice(0).reverse()) await process.stop();
    await this.closeFronts();
    await this.postgres?.stop();
    this.postgres = undefined;
  }

  /** Ends its processes at once, for a stack whose data nobody needs any more. A database of its own goes on. */
  async kill(): Promise<void> {
    const operators = this.operator === undefined ? [] : [this.operator];
    await Promise.all([...operators, ...this.processes.splice(0)].map((process) => process.kill()));
    await this.closeFronts();
  }

  /** Ends the process that commands run in, which the next command starts again. */
  async endCommands(): Promise<void> {
    await this.operator?.stop();
  }

  private async startAll(): Promise<void> {
    const { onProgress = () => undefined } = this.options;
    onProgress('Starting PostgreSQL');
    const database = this.startDatabase();
    onProgress('Starting the local ORCID and the local identity provider');
    this.settings.writeForSimulators(this.front.address, atOtherName(this.front.address));
    await Promise.all([database, this.startOrcidSandbox(), this.startDevIdp(), this.startOtherIdp()]);
    this.settings.writeForInstitutions(this.addressOf('devIdp'), this.otherOrigins);
    writeFileSync(path.join(this.options.folder, 'environment.json'), JSON.stringify(this.env()), { mode: 0o600 });
    onProgress('Setting up the database, the institution and its people');
    await this.setUp();
    onProgress('Starting portal, admin API and scheduler');
    await Promise.all([this.startPortal(), this.startAdminApi(), this.startScheduler()]);
  }

  /** With `--yes`: whoever changes a file of the demo and starts it again means it. */
  private async setUp(): Promise<void> {
    const { institution, hrExport, items, otherInstitution, otherHrExport } = this.files;
    await this.command('set-up', institution, '--yes');
    await this.import('import-items', items, '--institution', this.slug);
    await this.import('import-people', hrExport, '--institution', this.slug);
    if (this.otherFront === undefined) return;
    await this.command('configure', otherInstitution, '--yes');
    await this.import('import-people', otherHrExport, '--institution', this.settings.otherSlug);
  }

  /** People change these files, and what they wrote may be refused: that is no reason not to start. */
  private async import(...command: string[]): Promise<void> {
    try {
      await this.command(...command);
    } catch (error) {
      const refused = refusalOf(command, error);
      if (refused === undefined || this.options.onRefused === undefined) throw error;
      this.options.onRefused(refused);
    }
  }

  private async startDatabase(): Promise<void> {
    if (this.options.databaseUrl === undefined) {
      this.postgres = await startPostgres({ folder: path.join(this.options.folder, 'postgres'), purpose: 'keep' });
    }
  }

  private async startOrcidSandbox(): Promise<void> {
    await this.startSimulator('orcidSandbox', 'orcid-sandbox', this.files.orcidSandbox);
  }

  private async startDevIdp(): Promise<void> {
    await this.startSimulator('devIdp', 'dev-idp', this.files.devIdp);
  }

  private async startOtherIdp(): Promise<void> {
    if (this.otherFront === undefined) return;
    this.settings.writeForOtherIdp(this.otherOrigins);
    const state = path.join(this.options.folder, 'other-idp.state.json');
    const given = ['--port', '0', '--settings', this.files.otherIdp, '--state', state];
    const command = [this.main('dev-idp'), ...given];
    const line = await this.run('other-idp', command, {}, (process) => process.firstLine());
    this.otherFront.leadTo((JSON.parse(line) as { port: number }).port);
  }

  /** Its first line is JSON that says where it is, as `site` or `url`. */
  private async startSimulator(part: 'orcidSandbox' | 'devIdp', name: string, settings: string): Promise<void> {
    const state = path.join(this.options.folder, `${name}.state.json`);
    const line = await this.onPort(WELL_KNOWN[part], (port) => {
      const given = ['--port', String(port), '--settings', settings, '--state', state];
      return this.run(name, [this.main(name), ...given], {}, (process) => process.firstLine());
    });
    const { site, url } = JSON.parse(line) as { site?: string; url?: string };
    this.known.set(part, site ?? url ?? line);
  }

  private async startPortal(): Promise<void> {
    this.front.leadTo(await this.startServer('portal', 0));
  }

  private async startAdminApi(): Promise<void> {
    const port = await this.onPort(WELL_KNOWN.adminApi, (wanted) => this.startServer('admin-api', wanted));
    this.known.set('adminApi', addressAt(port));
  }

  private async startScheduler(): Promise<void> {
    await this.run('scheduler', [this.main('scheduler')], this.env(), (process) => process.message());
  }

  /** @returns the port it listens on */
  private async startServer(name: string, port: number): Promise<number> {
    const env = { ...this.env(), PORT: String(port) };
    const ready = await this.run(name, [this.main(name)], env, (process) => process.message());
    return Number(portOf((ready as { url: string }).url));
  }

  /** Starts something on the port that is wanted, or on any when that one turns out to be taken. */
  private async onPort<T>(wanted: number, start: (port: number) => Promise<T>): Promise<T> {
    if (this.options.anyPorts === true) return start(0);
    try {
      return await start(wanted);
    } catch (error) {
      if (!String(error).includes('EADDRINUSE')) throw error;
      return start(0);
    }
  }

  private async run<T>(
    name: string,
    command: readonly string[],
    env: Readonly<Record<string, string>>,
    ready: (process: StackProcess) => Promise<T>,
  ): Promise<T> {
    const { isOfGroup } = this.options;
    const started = StackProcess.start({ name, command, env, log: this.logOf(name), isOfGroup });
    this.processes.push(started);
    try {
      return await ready(started);
    } catch (error) {
      this.processes.splice(this.processes.indexOf(started), 1);
      throw error;
    }
  }

  private async closeFronts(): Promise<void> {
    await Promise.all([this.front.close(), this.otherFront?.close()]);
  }

  private logOf(name: string): string {
    return path.join(this.options.folder, `${name}.log`);
  }

  private main(name: string): string {
    return path.join(ROOT, 'apps', name, 'dist/main.js');
  }

  private env(): Record<string, string> {
    const orcidSandbox = this.addressOf('orcidSandbox');
    return {
      NODE_ENV: 'development',
      DATABASE_URL: this.databaseUrl(),
      TOKEN_KEYS: this.secrets.tokenKeys,
      ITEM_ID_KEY: this.secrets.itemIdKey,
      SESSION_SECRETS: this.secrets.sessionSecrets,
      SAML_KEY: this.credential.key,
      SAML_CERTIFICATE: this.credential.certificate,
      ORCID_CLIENT_SECRET: this.settings.clientSecret,
      PORTAL_URL: this.front.address,
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

  private addressOf(name: keyof Addresses): string {
    const address = this.known.get(name);
    if (address === undefined) throw new Error(`The address of ${name} is not known yet.`);
    return address;
  }
}
