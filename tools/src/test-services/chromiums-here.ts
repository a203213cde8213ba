import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

let programs: Promise<string[]> | undefined;

/**
 * Programs that may be a Chromium that runs here, the one that npm brings first. It is asked for once: at its first use on a
 * machine the package unpacks its program, and who asks meanwhile is given one that is still being written (ETXTBSY).
 */
export function chromiumsHere(): Promise<string[]> {
  return (programs ??= findChromiums());
}

async function findChromiums(): Promise<string[]> {
  const installed = INSTALLED.filter((file) => existsSync(file));
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed;
  const { default: bundled } = await import('@sparticuz/chromium');
  return [await bundled.executablePath(), ...installed];
}
