import { existsSync } from 'node:fs';
import bundled from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

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
];

/** A real browser: the Chromium that npm brings, or one of the machine where that one does not run (it is for Linux x64). */
export async function launchBrowser(): Promise<Browser> {
  const isBundled = process.platform === 'linux' && process.arch === 'x64';
  const executablePath = isBundled ? await bundled.executablePath() : INSTALLED.find(existsSync);
  return chromium.launch({
    headless: true,
    args: ARGUMENTS,
    ...(executablePath ? { executablePath } : { channel: 'chrome' }),
  });
}
