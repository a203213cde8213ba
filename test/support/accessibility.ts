import type { Page } from 'playwright-core';
import { analyse } from './outside.ts';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The page that is open meets WCAG 2.2 AA, as far as a program can tell. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  const { violations } = await analyse(page, { runOnly: STANDARDS, resultTypes: ['violations'] });
  const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
  expect({ what, found }).toEqual({ what, found: [] });
}

/** Everything that is on the page that is open fits into the window. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const surplus = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect({ what, surplus }).toEqual({ what, surplus: 0 });
}
