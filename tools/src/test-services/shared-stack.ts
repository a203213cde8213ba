import type { Addresses } from '../stack/addresses.ts';
import type { SettingsFiles } from '../stack/settings.ts';
import { Stack } from '../stack/stack.ts';
import { DatabaseSnapshot } from './database-snapshot.ts';
import type { Reusable } from './pool.ts';
import { resetSimulator } from './reset-simulator.ts';
import { createDatabase, dropDatabase } from './server-database.ts';
import { StackFolder } from './stack-folder.ts';

/** What a test file must know of the stack that it uses. */
export interface StackDescription {
  readonly addresses: Addresses;
  readonly files: SettingsFiles;
  readonly folder: string;
  readonly databaseUrl: string;
  /** How long each log was already, in bytes, by file name. */
  readonly logged: Readonly<Record<string, number>>;
}

/**
 * Whatever can be logged may hold a secret, and a test looks for them. No test waits a day for an item to be judged, nor an
 * hour for the second look: that those times are kept is tested in libs/record-sync.
 */
const ENV = { LOG_LEVEL: 'trace', REMOVAL_QUIET_HOURS: '0', REMOVAL_SECOND_LOOK_MINUTES: '0' };

/** The whole product, as `npm start` starts it, for one test file after another. */
export class SharedStack implements Reusable {
  private readonly server: string;
  private readonly databaseUrl: string;
  private readonly folder: StackFolder;
  private readonly stack: Stack;
  private readonly snapshot: DatabaseSnapshot;
  private logged: Readonly<Record<string, number>> = {};

  private constructor(
    server: string,
    databaseUrl: string,
    folder: StackFolder,
    stack: Stack,
    snapshot: DatabaseSnapshot,
  ) {
    this.server = server;
    this.databaseUrl = databaseUrl;
    this.folder = folder;
    this.stack = stack;
    this.snapshot = snapshot;
  }

  /** @param server address of the PostgreSQL to make a database in */
  static async start(server: string): Promise<SharedStack> {
    const databaseUrl = await createDatabase(server);
    const folder = new StackFolder();
    const stack = await Stack.start({ folder: folder.path, databaseUrl, anyPorts: true, isOfGroup: true, env: ENV });
    folder.keep();
    return new SharedStack(server, databaseUrl, folder, stack, await DatabaseSnapshot.take(databaseUrl));
  }

  get description(): StackDescription {
    const { addresses, files } = this.stack;
    return { addresses, files, folder: this.folder.path, databaseUrl: this.databaseUrl, logged: this.logged };
  }

  command(...given: string[]): Promise<string> {
    return this.stack.command(...given);
  }

  /** First the simulators, so that faults of theirs keep no job at work. */
  async reset(): Promise<void> {
    const { orcidSandbox, devIdp } = this.stack.addresses;
    await Promise.all([resetSimulator(orcidSandbox), resetSimulator(devIdp)]);
    await this.snapshot.restore();
    this.folder.restore();
    this.logged = this.folder.logSizes();
  }

  async stop(): Promise<void> {
    await this.stack.kill();
    await dropDatabase(this.server, this.databaseUrl);
    this.folder.remove();
  }
}
