import { hasFailed } from './outside.ts';
import { PlainVisitor, type VisitOptions as PlainVisitOptions } from './plain-browser/plain-visitor.ts';
import { TestBrowser } from './test-browser.ts';
import { TestStack } from './test-stack.ts';
import { Visitor, type VisitOptions } from './visitor.ts';

/** A stack and a browser for one test file. */
export interface StackInTest {
  readonly stack: TestStack;
  /** Somebody new comes, with a browser that draws nothing: for what the server does, which is most. */
  visitPlainly(options?: PlainVisitOptions): PlainVisitor;
  /** Somebody new comes, with a real browser of their own: for what browsers do, and for what is seen. */
  visit(options?: VisitOptions): Promise<Visitor>;
}

/** On a busy machine, a whole stack may have to be started first. */
const START_WITHIN_MS = 240_000;

/** Takes a stack before the tests of a file and gives it back after them. A browser is taken at the first visit. */
export function useStack(): StackInTest {
  let stack: TestStack | undefined;
  let browser: Promise<TestBrowser> | undefined;

  beforeAll(async () => {
    stack = await TestStack.lease();
  }, START_WITHIN_MS);

  afterAll(async () => {
    await (await browser)?.release(!hasFailed());
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
    visitPlainly: (options) => PlainVisitor.visit(leased(), options),
    async visit(options) {
      browser ??= TestBrowser.lease();
      return Visitor.visit((await browser).windows, leased(), options);
    },
  };
}
