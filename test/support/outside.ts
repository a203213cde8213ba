import type { Browser } from 'playwright-core';

/** What `environment.mjs` gives to the tests of a file. */
interface Outside {
  readonly connectToBrowser: (endpoint: string) => Promise<Browser>;
  readonly hasFailedTest?: boolean;
}

export function connectToBrowser(endpoint: string): Promise<Browser> {
  return outside().connectToBrowser(endpoint);
}

/** Whether a test or a hook of this file has failed so far. */
export function hasFailed(): boolean {
  return outside().hasFailedTest === true;
}

function outside(): Outside {
  return globalThis as unknown as Outside;
}
