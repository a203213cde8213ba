import { ITEM_CAUSES } from '@ligature/record-sync';
import { anOverviewItem, EVERY_ITEM } from '../testing/overview-items.ts';
import { LANGUAGES, TEXTS } from '../texts/languages.ts';
import { isBeingWritten, isSettled, ITEM_STANDINGS, standingOf } from './item-standing.ts';

const REFUSAL = { cause: 'date-invalid', message: 'no such day', isFinal: true } as const;

describe('how an item stands', () => {
  it('is one of those that have words, whatever is known of it, and each of those can come about', () => {
    const found = new Set(EVERY_ITEM.flatMap((item) => [standingOf(item, false), standingOf(item, true)]));
    expect([...found].toSorted()).toEqual([...ITEM_STANDINGS].toSorted());
  });

  it('is as it should be only where nothing is to be done, nothing was refused, and nothing is unknown', () => {
    for (const item of EVERY_ITEM)
      for (const isPaused of [true, false])
        if (standingOf(item, isPaused) === 'present')
          expect(item).toMatchObject({
            state: 'present',
            change: 'none',
            isPermitted: true,
            isUnanswered: false,
            refusal: null,
          });
  });

  it('never promises a write while nothing can be written, nor is worked on while it is settled or unanswered', () => {
    for (const item of EVERY_ITEM) {
      expect(standingOf(item, true)).not.toMatch(/^(creating|updating|removing)/);
      if (isSettled(standingOf(item, false)) || item.isUnanswered) expect(isBeingWritten(item)).toBe(false);
    }
  });

  it.each([
    [{ state: 'wanted', change: 'due' }, 'creating', 'waiting-new'],
    [{ state: 'withdrawn', change: 'due' }, 'creating', 'waiting-new'],
    [{ change: 'due' }, 'updating', 'waiting-change'],
    [{ stated: 'later', change: 'due' }, 'removing-until-later', 'waiting-removal'],
    [{ stated: 'no-longer', change: 'due' }, 'removing', 'waiting-removal'],
    [{ change: 'held' }, 'held-change', 'held-change'],
    [{ stated: 'later', change: 'rejected' }, 'rejected-until-later', 'rejected-until-later'],
    [{ stated: 'no-longer', change: 'held' }, 'held-removal', 'held-removal'],
    [{ change: 'due', isUnanswered: true }, 'unanswered', 'unanswered'],
    [{ state: 'wanted', change: 'in-doubt' }, 'in-doubt', 'in-doubt'],
    [{ state: 'missing' }, 'missing', 'missing'],
    [{ state: 'removedByOwner' }, 'removed-by-owner', 'removed-by-owner'],
    [{ state: 'notOurs' }, 'not-ours', 'not-ours'],
    [{ state: 'notOurs', stated: 'no-longer' }, 'not-ours-over', 'not-ours-over'],
    [{ state: 'wanted', isPermitted: false }, 'uncovered-new', 'uncovered-new'],
    [{ isPermitted: false }, 'uncovered-present', 'uncovered-present'],
    [{ isPermitted: false, stated: 'no-longer' }, 'uncovered-over', 'uncovered-over'],
    [{ state: 'wanted', refusal: REFUSAL }, 'refused-new', 'refused-new'],
    [{ refusal: REFUSAL }, 'refused-change', 'refused-change'],
    [{ state: 'wanted', change: 'due', refusal: { ...REFUSAL, isFinal: false } }, 'blocked-new', 'blocked-new'],
    [{ change: 'due', refusal: { ...REFUSAL, isFinal: false } }, 'blocked-change', 'blocked-change'],
    [
      { stated: 'no-longer', change: 'due', refusal: { ...REFUSAL, isFinal: false } },
      'blocked-removal',
      'blocked-removal',
    ],
    [{ state: 'wanted' }, 'same-stands', 'same-stands'],
  ] as const)('of %j is %s, and %s while nothing can be written', (given, standing, paused) => {
    const item = anOverviewItem(given);
    expect([standingOf(item, false), standingOf(item, true)]).toEqual([standing, paused]);
  });
});

describe.each(LANGUAGES)('the words for how an item stands, in %s,', (language) => {
  const { standings, causes, wrong } = TEXTS[language].connection;

  it('are there for every standing, with what happens next wherever something is left to be done', () => {
    expect(Object.keys(standings).toSorted()).toEqual([...ITEM_STANDINGS].toSorted());
    for (const [standing, { state, next }] of Object.entries(standings)) {
      expect([standing, state]).toEqual([standing, expect.stringMatching(/\S/)]);
      expect([standing, next === '']).toEqual([standing, standing === 'present']);
    }
  });

  it('differ from standing to standing', () => {
    const states = Object.values(standings).map(({ state }) => state);
    expect(new Set(states).size).toBe(states.length);
  });

  it('are there for every cause, and differ from cause to cause', () => {
    expect(Object.keys(causes).toSorted()).toEqual([...ITEM_CAUSES].toSorted());
    expect(new Set(Object.values(causes)).size).toBe(ITEM_CAUSES.length);
  });

  it('name the link to those who look after the data as it is called', () => {
    for (const standing of ['refused-new', 'refused-change'] as const)
      expect(standings[standing].next).toContain(wrong.link);
  });
});
