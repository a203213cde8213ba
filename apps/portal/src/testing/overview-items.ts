import type { OverviewItem } from '@ligature/record-sync';

/** A job that is on the record as it is stated. */
export function anOverviewItem(given: Partial<OverviewItem> = {}): OverviewItem {
  return {
    id: '0197c000-0000-7000-8000-000000000001',
    section: 'employment',
    content: aJob('Lecturer'),
    isStanding: true,
    proposed: null,
    state: 'present',
    stated: 'today',
    putCode: '1201' as OverviewItem['putCode'],
    isPermitted: true,
    change: 'none',
    isUnanswered: false,
    refusal: null,
    writtenAt: new Date('2026-03-01T12:00:00Z'),
    origin: { feed: 'hr', personKey: '000042', rowKey: 'A-1' },
    ...given,
  };
}

export function aJob(role: string): OverviewItem['content'] {
  const organization = { name: 'Example University', city: 'Pasadena', country: 'US' };
  return { kind: 'employment', organization, department: 'Library', role, start: { year: 2021, month: 3 } };
}

const REFUSAL = { cause: 'organization-unknown', message: 'unknown', isFinal: true } as const;

/** Every state an item can be in, with everything that can be known of it, also together. */
export const EVERY_ITEM: readonly OverviewItem[] = (
  ['wanted', 'present', 'missing', 'removedByOwner', 'notOurs', 'withdrawn'] as const
).flatMap((state) =>
  (['today', 'later', 'no-longer'] as const).flatMap((stated) =>
    (['none', 'due', 'held', 'rejected', 'in-doubt'] as const).flatMap((change) =>
      [true, false].flatMap((isPermitted) =>
        [true, false].flatMap((isUnanswered) =>
          [null, REFUSAL, { ...REFUSAL, isFinal: false }].map((refusal) =>
            anOverviewItem({ state, stated, change, isPermitted, isUnanswered, refusal }),
          ),
        ),
      ),
    ),
  ),
);
