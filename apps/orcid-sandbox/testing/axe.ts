import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type axe from 'axe-core';
import type { Page } from 'playwright-core';

const STANDARDS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/**
 * axe as a script, in its short form and in ASCII, which a browser takes in a sixth of the time of the long form that
 * `@axe-core/playwright` sends, and sends twice.
 */
const SCRIPT = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8').replace(
  /[^\0-\x7f]/g,
  (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
);

/** What keeps people from using the page that is open, as far as a program can tell. The page has no frames. */
export async function violationsOn(page: Page): Promise<string[]> {
  await page.evaluate(SCRIPT);
  return page.evaluate(async (standards) => {
    const { axe: inPage } = globalThis as unknown as { axe: typeof axe };
    const { violations } = await inPage.run(document, { runOnly: standards, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, STANDARDS);
}
