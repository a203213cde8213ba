import { type Browser, chromium } from 'playwright-core';
import { askServices } from './shared-services.ts';
import { TestStack } from './test-stack.ts';
import { Visitor } from './visitor.ts';

/** A stack and a browser for one test file. */
export interface StackInTest {
  readonly stack: TestStack;
  /** Somebody new comes, with a browser of their own. */
  arrive(options?: { locale?: string; width?: number }): Promise<Visitor>;
}

/** On a busy machine, a whole stack may have to be started first. */
const START_WITHIN_MS = 240_000;

/** Takes a stack before the tests of a file and gives it back after them. The browser is connected to at the first visit. */
export function useStack(): StackInTest {
  let stack: TestStack | undefined;
  let browser: Promise<Browser> | undefined;

  beforeAll(async () => {
    stack = await TestStack.lease();
  }, START_WITHIN_MS);

  afterAll(async () => {
    await (await browser)?.close();
    await stack?.release(!hasFailed());
  });

  const leased = (): TestStack => {
    if (stack === undefined) throw new Error('The stack is there from beforeAll on.');
    return stack;
  };
  return {
    get stack() {
      return leased();
    },
    async arrive(options) {
      browser ??= askServices<string>('/browser').then((endpoint) => chromium.connect(endpoint));
      return Visitor.arrive(await browser, leased(), options);
    },
  };
}

/** Whether a test or a hook of this file has failed so far (`environment.mjs`). */
function hasFailed(): boolean {
  return (globalThis as { hasFailedTest?: boolean }).hasFailedTest === true;
}
