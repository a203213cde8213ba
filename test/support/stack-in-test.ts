import type { Browser } from 'playwright-core';
import { launchBrowser } from './browser.ts';
import { TestStack } from './test-stack.ts';
import { Visitor } from './visitor.ts';

/** A house and a browser for one test file. */
export interface StackInTest {
  readonly stack: TestStack;
  /** Somebody new comes, with a browser of their own. */
  arrive(options?: { locale?: string; width?: number }): Promise<Visitor>;
}

/** Starts a scene before the tests of a file and stops it after them. */
export function useStack(env: Readonly<Record<string, string>> = {}): StackInTest {
  let stack: TestStack | undefined;
  let browser: Browser | undefined;

  beforeAll(async () => {
    [stack, browser] = await Promise.all([TestStack.start(env), launchBrowser()]);
  });

  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  return {
    get stack() {
      return started(stack);
    },
    arrive: (options) => Visitor.arrive(started(browser), started(stack), options),
  };
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('The scene has not started.');
  return part;
}
