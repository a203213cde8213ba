import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type BrowserServer, chromium } from 'playwright-core';

/**
 * Nothing of its own goes over the network, and root may start it. The arguments that come with the npm package are for
 * another purpose: they put all in one process and switch web security off.
 */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];
const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * A real browser, for all who connect to it: the Chromium that npm brings (for Linux x64), or where that one does not run
 * one of the machine.
 * @throws with the reason of each that did not start
 */
export async function launchBrowser(): Promise<BrowserServer> {
  const reasons: unknown[] = [];
  for (const executablePath of await candidates()) {
    try {
      return await chromium.launchServer({ headless: true, args: ARGUMENTS, executablePath });
    } catch (error) {
      reasons.push(error);
    }
  }
  throw new AggregateError(reasons, 'No Chromium starts here; install one, such as Debian’s package chromium.');
}

async function candidates(): Promise<string[]> {
  const isBundled = process.platform === 'linux' && process.arch === 'x64';
  return [...(isBundled ? [await bundled.executablePath()] : []), ...INSTALLED.filter((file) => existsSync(file))];
}
