import type { AxeBuilder } from '@axe-core/playwright';
import type { CheerioAPI } from 'cheerio';
import type { Browser, Page } from 'playwright-core';
import type { CookieJar } from 'tough-cookie';

type AxeOptions = Parameters<AxeBuilder['options']>[0];
type AxeResults = Awaited<ReturnType<AxeBuilder['analyze']>>;

/** What `environment.mjs` gives to the tests of a file. */
interface Outside {
  readonly connectToBrowser: (endpoint: string) => Promise<Browser>;
  readonly analyse: (page: Page, options: AxeOptions) => Promise<AxeResults>;
  readonly readHtml: (html: string) => CheerioAPI;
  readonly newCookieJar: () => CookieJar;
  readonly hasFailedTest?: boolean;
}

export function connectToBrowser(endpoint: string): Promise<Browser> {
  return outside().connectToBrowser(endpoint);
}

/** Looks with axe for what keeps people from using a page. */
export function analyse(page: Page, options: AxeOptions): Promise<AxeResults> {
  return outside().analyse(page, options);
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
