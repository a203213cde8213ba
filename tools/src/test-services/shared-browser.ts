import type { BrowserServer } from 'playwright-core';

/** One browser for a whole test run. Each test file connects to it and sees only the windows that it opened itself. */
export class SharedBrowser {
  private launched: Promise<BrowserServer> | undefined;

  /** Where to connect; one that crashed is launched anew. */
  async endpoint(): Promise<string> {
    if (this.launched !== undefined && hasEnded(await this.launched)) this.launched = undefined;
    this.launched ??= launch();
    return (await this.launched).wsEndpoint();
  }

  async stop(): Promise<void> {
    await (await this.launched)?.close();
  }
}

function hasEnded(browser: BrowserServer): boolean {
  const { exitCode, signalCode } = browser.process();
  return exitCode !== null || signalCode !== null;
}

/** Loaded when it is needed: most runs need no browser. */
async function launch(): Promise<BrowserServer> {
  const { launchBrowser } = await import('./launch-browser.ts');
  return launchBrowser();
}
