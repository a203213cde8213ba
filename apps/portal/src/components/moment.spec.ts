import type { PageContext } from '../pages/page-context.ts';
import { type Language, LANGUAGES, TEXTS } from '../texts/languages.ts';
import { dayIn, momentIn } from './moment.ts';

/** Half past eleven at night in Berlin, the day after in Auckland. */
const LATE = new Date('2026-03-01T22:30:00Z');

function placeOf(language: Language, timeZone: string): PageContext {
  return { texts: TEXTS[language], institution: { timeZone } } as PageContext;
}

describe.each(LANGUAGES)('a point in time on a page, in %s,', (language) => {
  it('is what the clocks of the institution show, with their zone', () => {
    const [berlin, auckland] = ['Europe/Berlin', 'Pacific/Auckland'].map((zone) =>
      momentIn(placeOf(language, zone), LATE),
    );
    expect(berlin).toMatch(/^1\D.*2026\D.*23:30.*(CET|MEZ|UTC\+1)$/);
    expect(auckland).toMatch(/^2\D.*2026\D.*11:30.*(GMT|UTC)\+13$/);
  });

  it('is on the day that it was there', () => {
    expect(dayIn(placeOf(language, 'Europe/Berlin'), LATE)).toMatch(/^1\D/);
    expect(dayIn(placeOf(language, 'Pacific/Auckland'), LATE)).toMatch(/^2\D/);
  });
});
