import { anOrcidId } from '@ligature/orcid-model/testing';
import { describePermission } from './check-permission.command.ts';

const SINCE = new Date('2026-03-01T12:00:00Z');
const STANDING = {
  orcid: anOrcidId(1),
  endedBy: null,
  endedAt: null,
  doubtedSince: null,
  recordState: 'open',
  isKeyLost: false,
} as const;

describe('what check-permission says', () => {
  it('of a permission that stands is that ORCID accepts it', () => {
    expect(describePermission(STANDING)).toBe(`${STANDING.orcid}: ORCID accepts the permission.`);
  });

  it.each(['open', 'locked'] as const)(
    'of one whose key is lost is that the person must connect again, and never that ORCID accepts it: the record %s',
    (recordState) => {
      const said = describePermission({ ...STANDING, recordState, isKeyLost: true });
      expect(said).toContain('The person must connect again.');
      expect(said).not.toContain('accepts');
    },
  );

  it('of one that ORCID refuses for good leaves open whether it was taken back', () => {
    const said = describePermission({ ...STANDING, endedBy: 'revoked', endedAt: SINCE });
    expect(said).toContain('ORCID no longer accepts the permission; usually it was taken back there.');
  });

  it.each([
    ['locked', 'is locked'],
    ['deactivated', 'is deactivated'],
    ['merged', 'was merged into another'],
  ] as const)('of a record that is %s is so, and never that ORCID accepts the permission', (recordState, words) => {
    for (const doubtedSince of [null, SINCE]) {
      const said = describePermission({ ...STANDING, recordState, doubtedSince });
      expect(said).toContain(words);
      expect(said).not.toContain('accepts');
    }
  });
});
