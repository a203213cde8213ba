import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { TestHouse } from './test-house.ts';
import { Visitor } from './visitor.ts';

/** A house and a browser for one test file. */
export interface Scene {
  readonly house: TestHouse;
  /** Somebody new comes, with a browser of their own. */
  arrive(options?: { locale?: string; width?: number }): Promise<Visitor>;
}

/** Starts a scene before the tests of a file and stops it after them. */
export function useScene(env: Readonly<Record<string, string>> = {}): Scene {
  let house: TestHouse | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    [house, browser] = await Promise.all([TestHouse.start(env), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await house?.stop();
  });

  return {
    get house() {
      return started(house);
    },
    arrive: (options) => Visitor.arrive(started(browser), started(house), options),
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The scene has not started.');
  return part;
}
