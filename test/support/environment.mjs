// Plain JavaScript: the types of Jest's package are those of its CommonJS half, which Node does not load here.
import { load } from 'cheerio';
import { TestEnvironment } from 'jest-environment-node';
import { CookieJar } from 'tough-cookie';

/** What tests of the whole product need from outside their own module registry (`outside.ts`). */
export default class WholeProductEnvironment extends TestEnvironment {
  /** What is large is loaded once for each worker here, and not once for each file there; Playwright only when it is used. */
  async setup() {
    await super.setup();
    this.global.readHtml = (html) => load(html);
    this.global.newCookieJar = () => new CookieJar();
    this.global.connectToBrowser = async (endpoint) => {
      const { chromium } = await import('playwright-core');
      return chromium.connectOverCDP(endpoint);
    };
  }

  /** Whether a test of the file has failed: Jest tells its environments only. */
  handleTestEvent({ name, test }) {
    if (name === 'hook_failure' || name === 'error' || (name === 'test_done' && test.errors.length > 0)) {
      this.global.hasFailedTest = true;
    }
  }
}
