import type { PageContext } from '../pages/page-context.ts';

/** A point in time as the page's language writes it. */
export function momentIn({ texts: { locale } }: Pick<PageContext, 'texts'>, at: Date): string {
  return `${at.toLocaleString(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`;
}
