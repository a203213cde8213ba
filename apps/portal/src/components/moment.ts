import type { PageContext } from '../pages/page-context.ts';

type Place = Pick<PageContext, 'texts' | 'institution'>;

/** A point in time as the page's language writes it and the institution's clocks show it, with the name of their zone. */
export function momentIn({ texts: { locale }, institution: { timeZone } }: Place, at: Date): string {
  return at.toLocaleString(locale, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
    timeZoneName: 'short',
  });
}

/** The day that it was at the institution. */
export function dayIn({ texts: { locale }, institution: { timeZone } }: Place, at: Date): string {
  return at.toLocaleDateString(locale, { dateStyle: 'long', timeZone });
}

/** The time of day that it is at the institution, with the name of its zone. */
export function timeIn({ texts: { locale }, institution: { timeZone } }: Place, at: Date): string {
  return at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit', timeZone, timeZoneName: 'short' });
}
