import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { chromiumsHere } from './chromiums-here.ts';
import type { Reusable } from './pool.ts';

/**
 * Nothing of its own goes over the network, and root may start it. The arguments that come with the npm package are for
 * another purpose: they put all in one process and switch web security off.
 */
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-extensions',
  '--disable-sync',
  '--hide-scrollbars',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--password-store=basic',
  '--remote-debugging-port=0',
];

/**
 * A real browser, for one test file after another. Test files control it directly, by the Chrome DevTools protocol: through
 * a server of Playwright's each message would be read and written twice.
 */
export class SharedBrowser implements Reusable {
  private readonly process: ChildProcess;
  private readonly folder: string;
  /** Where it is controlled from. */
  readonly endpoint: string;

  private constructor(process: ChildProcess, folder: string, endpoint: string) {
    this.process = process;
    this.folder = folder;
    this.endpoint = endpoint;
  }

  /**
   * The Chromium that npm brings (for Linux x64), or where that one does not run one of the machine.
   * @throws with the reason of each that did not start
   */
  static async start(): Promise<SharedBrowser> {
    const reasons: unknown[] = [];
    for (const program of await chromiumsHere()) {
      try {
        return await SharedBrowser.launch(program);
      } catch (error) {
        reasons.push(error);
      }
    }
    const advice = 'No Chromium starts here; install one, such as Debian’s package chromium.';
    throw new Error([advice, ...reasons.map(String)].join('\n'));
  }

  /** Whoever used it has closed their windows; it only must still be there. */
  reset(): Promise<void> {
    if (this.process.exitCode === null && this.process.signalCode === null) return Promise.resolve();
    return Promise.reject(new Error('The browser has ended by itself.'));
  }

  async stop(): Promise<void> {
    const ended = new Promise((resolve) => this.process.once('exit', resolve));
    if (this.process.kill('SIGKILL')) await ended;
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 });
  }

  private static async launch(program: string): Promise<SharedBrowser> {
    const folder = mkdtempSync(path.join(tmpdir(), 'ligature-browser-'));
    const given = [...ARGUMENTS, `--user-data-dir=${folder}`, 'about:blank'];
    const process = spawn(program, given, { stdio: ['ignore', 'ignore', 'pipe'] });
    return new SharedBrowser(process, folder, await endpointOf(process));
  }
}

/** It writes where it listens to standard error. */
function endpointOf(browser: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    browser.once('error', reject);
    browser.once('exit', (code) => {
      reject(new Error(`The browser ended with ${String(code)}.`));
    });
    if (browser.stderr === null) return;
    createInterface({ input: browser.stderr }).on('line', (line) => {
      const [, endpoint] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
      if (endpoint !== undefined) resolve(endpoint);
    });
  });
}
