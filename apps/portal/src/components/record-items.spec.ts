import type { OverviewItem } from '@ligature/record-sync';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from '../pages/page-context.ts';
import { type Language, LANGUAGES, TEXTS } from '../texts/languages.ts';
import { RecordItems } from './record-items.tsx';

/** Of waiting, and of something that is not as it should be. */
const WAITING = /wait|should|warte|soll|espera|debería|attend|devrait/i;

const ITEM: OverviewItem = {
  id: '0197c000-0000-7000-8000-000000000001',
  section: 'keyword',
  content: 'metadata',
  state: 'present',
  stated: 'no-longer',
  putCode: null,
  isPermitted: true,
  change: 'none',
  writtenAt: null,
  problem: null,
};

/** What stands above all items, where a screen reader says it. */
function progressOf(language: Language, item: Partial<OverviewItem>): string {
  const context = { texts: TEXTS[language], language, institution: { name: 'Example' } } as PageContext;
  const page = renderToString(
    RecordItems({ context, items: [{ ...ITEM, ...item }], isPaused: false, recordUri: 'https://orcid.org/' }),
  );
  return /<p id="progress"[^>]*>(.*?)<\/p>/.exec(page)?.[1] ?? 'none';
}

describe.each(LANGUAGES)('above the items of a record, in %s,', (language) => {
  it.each<[string, Partial<OverviewItem>]>([
    ['a change that somebody rejected', { change: 'rejected' }],
    ['an item that its owner removed', { state: 'removedByOwner' }],
    ['an item that we can no longer change', { state: 'notOurs' }],
    ['an item that the permission does not cover', { isPermitted: false }],
    ['an item of which nobody knows whether it was written', { state: 'wanted', stated: 'today', change: 'in-doubt' }],
  ])('nobody is told to wait for %s', (_, item) => {
    const { workDone, notAllDone } = TEXTS[language].connection;
    const progress = progressOf(language, item);
    expect(progress).not.toMatch(WAITING);
    expect([workDone, notAllDone]).toContain(progress);
  });
});
