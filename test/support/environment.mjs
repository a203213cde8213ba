// Plain JavaScript: the types of Jest's package are those of its CommonJS half, which Node does not load here.
import { TestEnvironment } from 'jest-environment-node';
import { chromium } from 'playwright-core';

/** What tests of the whole product need from outside their own module registry (`outside.ts`). */
export default class WholeProductEnvironment extends TestEnvironment {
  /** Playwright is loaded once for each worker here, and not once for each file there. */
  async setup() {
    await super.setup();
    this.global.connectToBrowser = (endpoint) => chromium.connectOverCDP(endpoint);
  }

  /** Whether a test of the file has failed: Jest tells its environments only. */
  handleTestEvent({ name, test }) {
    if (name === 'hook_failure' || name === 'error' || (name === 'test_done' && test.errors.length > 0)) {
      this.global.hasFailedTest = true;
    }
  }
}
