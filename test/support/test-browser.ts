import type { Browser } from 'playwright-core';
import { connectToBrowser } from './outside.ts';
import { askServices } from './shared-services.ts';

/** A browser for one test file, which earlier files have used. */
export class TestBrowser {
  private constructor(
    private readonly lease: string,
    readonly windows: Browser,
  ) {}

  static async lease(): Promise<TestBrowser> {
    const { id, endpoint } = await askServices<{ id: string; endpoint: string }>('/browser/lease');
    return new TestBrowser(id, await connectToBrowser(endpoint));
  }

  /** Closes every window. @param isClean whether all tests passed; otherwise nobody uses this browser again */
  async release(isClean: boolean): Promise<void> {
    await this.windows.close();
    await askServices(`/browser/release?lease=${this.lease}`, isClean);
  }
}
