import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Stack } from '@ligature/tools/stack';
import { createDatabase, type TestDatabase } from './test-database.ts';
import { OrcidSandboxAdmin } from './orcid-sandbox-admin.ts';

/** The whole product, as `npm start` starts it, for one test file. */
export class TestStack {
  private constructor(
    private readonly stack: Stack,
    readonly database: TestDatabase,
    private readonly folder: string,
  ) {}

  static async start(env: Readonly<Record<string, string>> = {}): Promise<TestStack> {
    const database = await createDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), 'ligature-house-'));
    const stack = await Stack.start({ folder, databaseUrl: database.url, anyPorts: true, env });
    return new TestStack(stack, database, folder);
  }

  get addresses(): Stack['addresses'] {
    return this.stack.addresses;
  }

  /** The HR export that the house imports; tests change it as HR would. */
  get hrExport(): string {
    return this.stack.settings.hrExport;
  }

  /** What `configure` was run with. */
  get institutionFile(): string {
    return this.stack.settings.institution;
  }

  get orcid(): OrcidSandboxAdmin {
    return new OrcidSandboxAdmin(this.addresses.orcidSandbox);
  }

  /** Runs a command of the scheduler. @returns what it answered */
  command(...given: string[]): Promise<string> {
    return this.stack.command(...given);
  }

  /** Secrets that were alive in this house: tokens and codes of the local ORCID, keys and secrets of the product. */
  secrets(): string[] {
    const read = (name: string): string => readFileSync(path.join(this.folder, name), 'utf8');
    const lines = read('orcid-sandbox.state.json').trim().split('\n');
    const tokens = lines.map((line) => (JSON.parse(line) as StateLine).token).filter((token) => token !== undefined);
    const orcid = tokens.flatMap(({ accessToken, refreshToken = accessToken }) => [accessToken, refreshToken]);
    const ours = Object.values(JSON.parse(read('secrets.json')) as Record<string, string>).map(
      (text) => text.split(':').at(-1) ?? '',
    );
    return [...new Set([...orcid, ...ours, 'demo-client-secret-0001'])];
  }

  /** Everything that every process wrote. */
  logs(): string {
    const files = readdirSync(this.folder).filter((name) => name.endsWith('.log'));
    return files.map((name) => readFileSync(path.join(this.folder, name), 'utf8')).join('\n');
  }

  async stop(): Promise<void> {
    await this.stack.stop();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A line of the local ORCID's state, as far as it is a token. */
interface StateLine {
  readonly token?: { readonly accessToken: string; readonly refreshToken?: string };
}
