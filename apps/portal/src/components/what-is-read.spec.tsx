import type { ShownConnection } from '@ligature/persistence';
import { renderToString } from 'preact-render-to-string';
import type { ConnectionTest } from '../connection/connection-test.ts';
import type { PageContext } from '../pages/page-context.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';
import { momentIn } from './moment.ts';
import { WhatIsRead } from './what-is-read.tsx';

const CHECKED = new Date('2026-03-01T12:00:00Z');
const TESTED = new Date('2026-03-02T12:00:00Z');
const STANDING = {
  checkedAt: CHECKED,
  doubtedSince: null,
  recordState: 'open',
  isKeyLost: false,
  scopes: ['/read-limited', '/activities/update'],
} as unknown as ShownConnection;

describe.each(LANGUAGES)('what My connection says of reading, in %s,', (language) => {
  const institution = { name: 'Example University', timeZone: 'Europe/Berlin' };
  const context = { texts: TEXTS[language], language, institution, csrf: 'c' } as unknown as PageContext;
  const { reading } = TEXTS[language].connection;
  const shown = (test: ConnectionTest, given: Partial<ShownConnection> = {}): string =>
    renderToString(<WhatIsRead context={context} connection={{ ...STANDING, ...given }} test={test} />).replaceAll(
      '&#39;',
      "'",
    );
  const tested = momentIn(context, TESTED);

  it('is what is looked for, when ORCID last accepted the permission, and a way to test it', () => {
    const page = shown({ kind: 'none' });
    for (const part of [reading.text, reading.accepted(momentIn(context, CHECKED)), reading.hint, reading.test])
      expect(page).toContain(part);
    expect(page).not.toContain('role="status"');
  });

  it.each<[string, ConnectionTest, string]>([
    ['ORCID answered', { kind: 'answered', at: TESTED }, reading.answered(tested)],
    ['it came to nothing', { kind: 'no-result', at: TESTED }, reading.noResult(tested)],
    ['it was not done yet', { kind: 'late' }, reading.late],
  ])('after a test tells that %s, and nothing else', (_, test, said) => {
    expect(/<p role="status">(.*?)<\/p>/.exec(shown(test))?.[1]).toBe(said);
  });

  it('names the time of a test as the last time the permission was accepted only when ORCID answered', () => {
    expect(shown({ kind: 'answered', at: TESTED })).toContain(reading.accepted(tested));
    expect(shown({ kind: 'no-result', at: TESTED })).not.toContain(reading.accepted(tested));
  });

  it('offers no second test while one is at work', () => {
    const page = shown({ kind: 'running' });
    expect(page).toContain(reading.running);
    expect(page).not.toContain('<button');
  });

  it.each<[string, Partial<ShownConnection>]>([
    ['in doubt', { doubtedSince: TESTED }],
    ['of a locked record', { recordState: 'locked' }],
    ['whose key is lost', { isKeyLost: true }],
  ])('of a permission %s claims no later test and offers none here', (_, given) => {
    const page = shown({ kind: 'answered', at: TESTED }, given);
    expect(page).not.toContain(tested);
    expect(page).not.toContain('<button');
  });

  it('is nothing where only the iD may be known', () => {
    expect(shown({ kind: 'none' }, { scopes: ['/authenticate'] })).toBe('');
  });
});
