import { anOrcidId } from '@ligature/orcid-model/testing';
import type { ShownConnection } from '@ligature/persistence';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from '../pages/page-context.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';
import { isPaused, RefusalNotice } from './refusal-notice.tsx';

const SINCE = new Date('2026-03-01T12:00:00Z');
const STANDING = {
  orcid: anOrcidId(1),
  checkedAt: SINCE,
  doubtedSince: null,
  recordState: 'open',
  recordStateSince: SINCE,
  mergedInto: null,
} as unknown as ShownConnection;
const SITE = { uriOf: (orcid: string) => `https://orcid.org/${orcid}` };

describe.each(LANGUAGES)('what My connection says of a permission that cannot be used, in %s,', (language) => {
  const texts = TEXTS[language];
  const context = { texts, language, site: SITE, asset: (name: string) => name, csrf: 'c' } as unknown as PageContext;
  const noticeOf = (given: Partial<ShownConnection>, isAsking = false): string =>
    renderToString(<RefusalNotice context={context} connection={{ ...STANDING, ...given }} isAsking={isAsking} />);
  const { refusal } = texts.connection;
  const day = SINCE.toLocaleDateString(texts.locale, { dateStyle: 'long', timeZone: 'UTC' });

  it('is nothing while it can be used', () => {
    expect([noticeOf({}), isPaused(STANDING)]).toEqual(['', false]);
  });

  it.each([
    ['in doubt', { doubtedSince: SINCE }, refusal.doubtedTitle],
    ['of a locked record', { recordState: 'locked' }, refusal.lockedTitle],
    ['of a deactivated record', { recordState: 'deactivated', doubtedSince: SINCE }, refusal.deactivatedTitle],
  ] as const)('%s, is since when, and why', (_, given, title) => {
    const notice = noticeOf(given);
    expect(notice).toContain(title.replaceAll("'", '&#39;'));
    expect(notice).toContain(day);
  });

  it('in doubt, offers to ask ORCID now, or says that it is being asked', () => {
    const doubted = { doubtedSince: SINCE };
    expect(noticeOf(doubted)).toContain(refusal.ask);
    expect(noticeOf(doubted, true)).toContain(refusal.asking);
    expect(noticeOf(doubted, true)).not.toContain('<button');
  });

  it('of a merged record, names the iD it was merged into, as far as ORCID did, and asks for a new connection', () => {
    const [newId, merged] = [anOrcidId(2), { recordState: 'merged' } as const];
    expect(noticeOf({ ...merged, mergedInto: newId })).toContain(`https://orcid.org/${newId}`);
    expect(noticeOf(merged)).not.toContain(refusal.mergedInto);
    for (const notice of [noticeOf(merged), noticeOf({ ...merged, mergedInto: newId })])
      expect(notice).toContain('class="orcid-button"');
  });
});
