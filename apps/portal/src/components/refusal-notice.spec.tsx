import { anOrcidId } from '@ligature/orcid-model/testing';
import type { ShownConnection } from '@ligature/persistence';
import { renderToString } from 'preact-render-to-string';
import type { PageContext } from '../pages/page-context.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';
import { momentIn } from './moment.ts';
import { RefusalNotice } from './refusal-notice.tsx';
import { isPaused, isWorthAsking } from './standing.ts';

const SINCE = new Date('2026-03-01T12:00:00Z');
const STANDING = {
  orcid: anOrcidId(1),
  checkedAt: SINCE,
  doubtedSince: null,
  recordState: 'open',
  recordStateSince: SINCE,
  mergedInto: null,
  isKeyLost: false,
  scopes: ['/read-limited', '/activities/update'],
} as unknown as ShownConnection;
const SITE = { uriOf: (orcid: string) => `https://orcid.org/${orcid}` };

describe.each(LANGUAGES)('what My connection says of a permission that cannot be used, in %s,', (language) => {
  const texts = TEXTS[language];
  const institution = { name: 'Example University', timeZone: 'Europe/Berlin' };
  const page = { texts, language, institution, site: SITE, csrf: 'c' };
  const context = { ...page, asset: (name: string) => name } as unknown as PageContext;
  const noticeOf = (given: Partial<ShownConnection>, isAsking = false): string =>
    renderToString(<RefusalNotice context={context} connection={{ ...STANDING, ...given }} isAsking={isAsking} />);
  const { refusal } = texts.connection;

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
    expect(notice).toContain(momentIn(context, SINCE));
  });

  it('when its key is lost, is so, with the way to connect again and no offer to ask ORCID, whatever ORCID said before', () => {
    for (const given of [{}, { doubtedSince: SINCE }, { recordState: 'locked' }] as const) {
      const notice = noticeOf({ ...given, isKeyLost: true });
      expect(notice).toContain(refusal.keyLostText(institution.name));
      expect(notice).toContain('action="/connect"');
      expect(isWorthAsking({ ...STANDING, ...given, isKeyLost: true })).toBe(false);
    }
  });

  it.each([
    ['in doubt', { doubtedSince: SINCE }],
    ['of a locked record', { recordState: 'locked' }],
    ['in doubt and of a locked record', { recordState: 'locked', doubtedSince: SINCE }],
  ] as const)('%s, offers to ask ORCID now, and says what follows', (_, given) => {
    expect(isWorthAsking({ ...STANDING, ...given })).toBe(true);
    expect(noticeOf(given)).toContain(`${refusal.ask}</button>`);
    expect(noticeOf(given)).toContain(refusal.askHint);
  });

  it.each([
    ['in doubt', { doubtedSince: SINCE }],
    ['of a locked record', { recordState: 'locked' }],
  ] as const)('%s, while ORCID is being asked, says so, with a link for browsers without the script', (_, given) => {
    const notice = noticeOf(given, true);
    expect(notice).toContain(refusal.asking);
    expect(notice).toContain('data-working="true"');
    expect(notice).toContain(`<span hidden>${texts.connection.byItself}</span>`);
    expect(notice).toContain(`<a href="/connection">${texts.connection.refresh}</a>`);
    expect(notice).not.toContain('<button');
  });

  it.each(['deactivated', 'merged'] as const)('of a %s record, asks nobody, and offers to connect', (recordState) => {
    expect(isWorthAsking({ ...STANDING, recordState, doubtedSince: SINCE })).toBe(false);
    expect(noticeOf({ recordState })).not.toContain(refusal.ask);
    expect(noticeOf({ recordState })).toContain('class="orcid-button"');
  });

  it('of a merged record, names the iD it was merged into, as far as ORCID did, and asks for a new connection', () => {
    const [newId, merged] = [anOrcidId(2), { recordState: 'merged' } as const];
    expect(noticeOf({ ...merged, mergedInto: newId })).toContain(`https://orcid.org/${newId}`);
    expect(noticeOf(merged)).not.toContain(refusal.mergedInto);
    for (const notice of [noticeOf(merged), noticeOf({ ...merged, mergedInto: newId })])
      expect(notice).toContain('class="orcid-button"');
  });
});
