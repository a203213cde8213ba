import type { CheerioAPI } from 'cheerio';
import type { Browser } from 'playwright-core';
import type { CookieJar } from 'tough-cookie';

/** What `environment.mjs` gives to the tests of a file. */
interface Outside {
  readonly connectToBrowser: (endpoint: string) => Promise<Browser>;
  readonly readHtml: (html: string) => CheerioAPI;
  readonly newCookieJar: () => CookieJar;
  readonly hasFailedTest?: boolean;
}

export function connectToBrowser(endpoint: string): Promise<Browser> {
  return outside().connectToBrowser(endpoint);
}

/** Reads HTML as browsers do. */
export function readHtml(html: string): CheerioAPI {
  return outside().readHtml(html);
}

/** Keeps and gives cookies as browsers do. */
export function newCookieJar(): CookieJar {
  return outside().newCookieJar();
}

/** Whether a test or a hook of this file has failed so far. */
export function hasFailed(): boolean {
  return outside().hasFailedTest === true;
}

function outside(): Outside {
  return globalThis as unknown as Outside;
}
