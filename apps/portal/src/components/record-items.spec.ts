import type { OverviewItem } from '@ligature/record-sync';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from '../pages/page-context.ts';
import { aJob, anOverviewItem, EVERY_ITEM } from '../testing/overview-items.ts';
import { type Language, LANGUAGES, TEXTS } from '../texts/languages.ts';
import { isSettled, standingOf } from './item-standing.ts';
import { RecordItems } from './record-items.tsx';

/** Of waiting, and of something that is not as it should be. */
const WAITING = /wait|should|warte|soll|espera|debería|attend|devrait/i;
const REFUSAL = { cause: 'organization-unknown', message: 'Not found in our table.', isFinal: true } as const;

function shown(language: Language, items: readonly OverviewItem[], isPaused = false): string {
  const institution = {
    name: 'Example',
    timeZone: 'Europe/Berlin',
    branding: { color: '#1d4f91', supportEmail: 'orcid@example.edu' },
  };
  const context = { texts: TEXTS[language], language, institution, csrf: 'c' } as unknown as PageContext;
  const page = renderToString(RecordItems({ context, items, isPaused, recordUri: 'https://orcid.org/' }));
  return page.replaceAll('&#39;', "'").replaceAll('&amp;', '&');
}

/** What stands above all items, where a screen reader says it. */
function progressOf(language: Language, items: readonly OverviewItem[], isPaused = false): string {
  return /<p id="progress"[^>]*>(.*?)<\/p>/.exec(shown(language, items, isPaused))?.[1] ?? 'none';
}

describe.each(LANGUAGES)('above the items of a record, in %s,', (language) => {
  const texts = TEXTS[language].connection;

  it('all is said to be done above no item that is not, whatever else stands there', () => {
    for (const item of EVERY_ITEM)
      for (const isPaused of [true, false]) {
        const isDone = !isPaused && isSettled(standingOf(item, isPaused));
        const progress = progressOf(language, [anOverviewItem(), item], isPaused);
        expect([item, progress.includes(texts.workDone)]).toEqual([item, isDone]);
      }
  });

  it('it is counted how many are on the record as they are stated', () => {
    const items = [anOverviewItem(), anOverviewItem({ state: 'removedByOwner' }), anOverviewItem()];
    expect(progressOf(language, items)).toBe(texts.partDone(2, 3));
  });

  it.each<[string, Partial<OverviewItem>]>([
    ['a change that somebody rejected', { change: 'rejected' }],
    ['an item that its owner removed', { state: 'removedByOwner' }],
    ['an item that we can no longer change', { state: 'notOurs' }],
    ['an item that the permission does not cover', { isPermitted: false }],
    ['an item of which nobody knows whether it was written', { state: 'wanted', change: 'in-doubt' }],
  ])('nobody is told to wait for %s', (_, given) => {
    const progress = progressOf(language, [anOverviewItem(given)]);
    expect(progress).not.toMatch(WAITING);
    expect(progress).toBe(texts.partDone(0, 1));
  });
});

describe.each(LANGUAGES)('an item of a record, in %s,', (language) => {
  const texts = TEXTS[language].connection;
  const refused = { content: aJob('Lecturer'), proposed: aJob('Professor'), refusal: REFUSAL };

  it('shows the old value that stands and the refused one apart, and why, in words of the language', () => {
    const page = shown(language, [anOverviewItem(refused)]);
    const order = [
      texts.proposal.stands,
      'Lecturer',
      texts.standings['refused-change'].state,
      texts.causes['organization-unknown'],
      texts.proposal.refused,
      'Professor',
      texts.standings['refused-change'].next,
    ].map((text) => page.indexOf(text));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(order[0]).toBeGreaterThan(-1);
    expect(page).not.toContain(REFUSAL.message);
  });

  it('has the words that came with a refusal for which we have none, marked as English', () => {
    const refusal = { ...REFUSAL, cause: 'other' } as const;
    const page = shown(language, [anOverviewItem({ ...refused, refusal })]);
    expect(page).toContain(`${texts.causes.other} <span lang="en">${REFUSAL.message}</span>`);
  });

  it('says so where what stands there is not known, and where two contents differ in nothing that is shown', () => {
    expect(shown(language, [anOverviewItem({ isStanding: false, change: 'due' })])).toContain(texts.unseen);
    const alike = { proposed: aJob('Lecturer'), change: 'held' } as const;
    expect(shown(language, [anOverviewItem(alike)])).toContain(texts.proposal.onlyDetails);
    expect(shown(language, [anOverviewItem()])).not.toContain(texts.unseen);
  });

  it('has its put-code, which is explained, and only where it is on the record', () => {
    const page = shown(language, [anOverviewItem({ writtenAt: null })]);
    expect(page).toContain(`(${texts.putCode('1201')})`);
    expect(page).toContain(texts.putCodeExplained);
    const gone = anOverviewItem({ state: 'wanted', putCode: null, change: 'due' });
    expect(shown(language, [gone])).not.toContain(texts.putCodeExplained);
  });

  it('leads to those who look after the data, with the row it comes from and nothing else', () => {
    const page = shown(language, [anOverviewItem({ content: aJob('Lecturer & "Dean"?') })]);
    const [, address = ''] = /href="(mailto:[^"]*)"/.exec(page) ?? [];
    const mail = new URL(address);
    expect(mail.pathname).toBe('orcid@example.edu');
    expect([...mail.searchParams.keys()]).toEqual(['subject', 'body']);
    expect(mail.searchParams.get('subject')).toBe(texts.wrong.subject('Lecturer & "Dean"?'));
    expect(mail.searchParams.get('body')?.split('\r\n').slice(3)).toEqual([
      texts.wrong.keep,
      `${TEXTS[language].sections.employment}: Lecturer & "Dean"?`,
      texts.wrong.row('hr', '000042', 'A-1'),
      texts.putCode('1201'),
    ]);
  });

  it('can be added again only where its owner removed it and it is stated today', () => {
    const removed = { state: 'removedByOwner' } as const;
    expect(shown(language, [anOverviewItem(removed)])).toContain(texts.addAgain);
    expect(shown(language, [anOverviewItem()])).not.toContain(texts.addAgain);
  });
});
