import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { StackDescription } from '@ligature/tools/test-services';
import { OrcidSandboxAdmin } from './orcid-sandbox-admin.ts';
import { askServices } from './shared-services.ts';
import { databaseAt, type TestDatabase } from './test-database.ts';

/** The portal's key towards identity providers, with its certificate; both PEM. */
interface PortalCredential {
  readonly key: string;
  readonly certificate: string;
}

/** The whole product, as `npm start` starts it and as if it had just been started, for one test file. */
export class TestStack {
  private constructor(private readonly given: StackDescription & { readonly id: string }) {}

  static async lease(): Promise<TestStack> {
    return new TestStack(await askServices('/stack/lease'));
  }

  get addresses(): StackDescription['addresses'] {
    return this.given.addresses;
  }

  /** The HR export that is imported; tests change it as HR would. */
  get hrExport(): string {
    return this.given.files.hrExport;
  }

  /** The items file that is imported; tests change it as whoever keeps publications would. */
  get items(): string {
    return this.given.files.items;
  }

  /** What `configure` was run with. Files beside it are taken away after the tests. */
  get institutionFile(): string {
    return this.given.files.institution;
  }

  /** The environment of the product's processes, as JSON. */
  get environmentFile(): string {
    return path.join(this.given.folder, 'environment.json');
  }

  get orcid(): OrcidSandboxAdmin {
    return new OrcidSandboxAdmin(this.addresses.orcidSandbox);
  }

  get portalCredential(): PortalCredential {
    return JSON.parse(this.read('saml-key.json')) as PortalCredential;
  }

  /** Runs a command of the scheduler. @returns what it answered @throws {ServiceError} with what it wrote instead */
  command(...given: string[]): Promise<string> {
    return askServices(`/stack/command?lease=${this.given.id}`, given);
  }

  get database(): Pick<TestDatabase, 'query'> {
    return databaseAt(this.given.databaseUrl);
  }

  /** Secrets that are alive in this stack: tokens and codes of the local ORCID, keys and secrets of the product. */
  secrets(): string[] {
    const lines = this.read('orcid-sandbox.state.json').trim().split('\n');
    const tokens = lines.map((line) => (JSON.parse(line) as StateLine).token).filter((token) => token !== undefined);
    const orcid = tokens.flatMap(({ accessToken, refreshToken = accessToken }) => [accessToken, refreshToken]);
    const ours = Object.values(JSON.parse(this.read('secrets.json')) as Record<string, string>).map(
      (text) => text.split(':').at(-1) ?? '',
    );
    return [...new Set([...orcid, ...ours, 'demo-client-secret-0001'])];
  }

  /** Everything that every process wrote since this file has the stack. */
  logs(): string {
    const files = readdirSync(this.given.folder).filter((name) => name.endsWith('.log'));
    return files.map((name) => this.read(name, this.given.logged[name])).join('\n');
  }

  /** @param isClean whether all tests passed; otherwise nobody uses this stack again */
  async release(isClean: boolean): Promise<void> {
    await askServices(`/stack/release?lease=${this.given.id}`, isClean);
  }

  private read(name: string, from = 0): string {
    return readFileSync(path.join(this.given.folder, name)).subarray(from).toString('utf8');
  }
}

/** A line of the local ORCID's state, as far as it is a token. */
interface StateLine {
  readonly token?: { readonly accessToken: string; readonly refreshToken?: string };
}
