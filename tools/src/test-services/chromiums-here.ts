import { existsSync } from 'node:fs';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Programs that may be a Chromium that runs here, the one that npm brings first. */
export async function chromiumsHere(): Promise<string[]> {
  const installed = INSTALLED.filter((file) => existsSync(file));
  if (process.platform !== 'linux' || process.arch !== 'x64') return installed;
  const { default: bundled } = await import('@sparticuz/chromium');
  return [await bundled.executablePath(), ...installed];
}
