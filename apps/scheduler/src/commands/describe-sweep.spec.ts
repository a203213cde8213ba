import { describeSweep } from './describe-sweep.ts';

describe('what is said of records that are not as wanted', () => {
  it('is how many are brought up to date', () => {
    expect(describeSweep({ due: 1, doubted: 0, held: 0 })).toBe('1 record to bring up to date');
  });

  it('tells those apart that nobody brings up to date for now, and what they wait for', () => {
    expect(describeSweep({ due: 3, doubted: 2, held: 1 })).toBe(
      '3 records to bring up to date, 2 records to wait until ORCID accepts the permission again, 1 change held until somebody decides',
    );
  });
});
