import { AUDIT_ACTIONS, type AuditRow } from '@ligature/persistence';
import { ACTION_WORDS, describeEvent } from './audit-words.ts';

const AT = new Date('2026-03-01T12:00:00Z');
const event = (given: Partial<AuditRow>): AuditRow => ({
  at: AT,
  actor: 'scheduler',
  action: 'item.created',
  detail: {},
  ...given,
});

describe('the audit trail in words', () => {
  it('has words for every action there ever was', () => {
    for (const action of AUDIT_ACTIONS) expect(ACTION_WORDS[action]).toMatch(/^[a-z].*\w$/);
  });

  it('calls what an earlier version wrote by the words of today', () => {
    expect(describeEvent(event({ actor: 'researcher', action: 'researcher.signed-in' }))).toBe(
      describeEvent(event({ actor: 'person', action: 'person.signed-in' })),
    );
  });

  it('tells the facts that are kept with an entry, and names who decided', () => {
    expect(describeEvent(event({ detail: { section: 'employment', putCode: '17' } }))).toBe(
      '2026-03-01T12:00:00.000Z  the scheduler wrote an item (section employment, putCode 17)',
    );
    expect(
      describeEvent(event({ actor: 'operator', action: 'job.withdrawn', detail: { by: 'Rita', jobId: 'A-1' } })),
    ).toBe('2026-03-01T12:00:00.000Z  Rita (operator) took back a job that the export had stated (jobId A-1)');
  });
});
