import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { StackProcess } from '../stack/process.ts';
import type { Reusable } from './pool.ts';
import { resetSimulator } from './reset-simulator.ts';

const MAIN = path.resolve(import.meta.dirname, '../../../apps/orcid-sandbox/dist/main.js');

/** A local ORCID by itself, for one test file after another. */
export class SharedOrcid implements Reusable {
  private readonly folder: string;
  private readonly process: StackProcess;
  /** Where its parts are, as it says itself. */
  readonly addresses: Readonly<Record<string, string>>;

  private constructor(folder: string, process: StackProcess, addresses: Readonly<Record<string, string>>) {
    this.folder = folder;
    this.process = process;
    this.addresses = addresses;
  }

  /** @param settings as the local ORCID reads them, in JSON */
  static async start(settings: string): Promise<SharedOrcid> {
    const folder = mkdtempSync(path.join(tmpdir(), 'ligature-orcid-'));
    const file = path.join(folder, 'settings.json');
    writeFileSync(file, settings);
    const command = [MAIN, '--port', '0', '--settings', file];
    const log = path.join(folder, 'log');
    const process = StackProcess.start({ name: 'local ORCID', command, env: {}, log, isOfGroup: true });
    return new SharedOrcid(folder, process, JSON.parse(await process.firstLine()) as Record<string, string>);
  }

  reset(): Promise<void> {
    return resetSimulator(this.addresses['site'] ?? '');
  }

  async stop(): Promise<void> {
    await this.process.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
