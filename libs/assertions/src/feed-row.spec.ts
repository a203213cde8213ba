import type { FeedField } from '@ligature/persistence';
import { dateReader } from './dates.ts';
import { type Cells, FeedRowReader } from './feed-row.ts';

const NAMES = new Map<FeedField, string>([
  ['staffId', 'Staff ID'],
  ['jobId', 'Contract'],
  ['organizationName', 'Employer'],
  ['city', 'Town'],
  ['country', 'Land'],
  ['rorId', 'ROR'],
  ['mail', 'E-mail'],
  ['startDate', 'From'],
  ['endDate', 'To'],
]);
const GOOD: Cells = {
  staffId: '000042',
  jobId: 'A-1',
  organizationName: 'Example University',
  city: 'Berlin',
  country: 'DE',
  rorId: 'https://ror.org/05dxps055',
};

const withoutCity: Cells = Object.fromEntries(Object.entries(GOOD).filter(([field]) => field !== 'city'));

const reasonsFor = (changed: Cells): readonly string[] => {
  const outcome = new FeedRowReader(dateReader('day-first')).read({ ...GOOD, ...changed }, NAMES);
  return outcome.kind === 'refused' ? outcome.reasons : [];
};

describe('a row that is refused', () => {
  it.each<[string, Cells, string]>([
    ['no code of a country', { country: 'Germany' }, 'Land "Germany" must be a two-letter code such as DE.'],
    [
      'a ROR id with wrong digits',
      { rorId: 'https://ror.org/05dxps056' },
      'ROR "https://ror.org/05dxps056" must be the whole address, such as https://ror.org/05dxps055: check its digits.',
    ],
    [
      'an id that a spreadsheet rounded',
      { staffId: '1.23E+05' },
      'Staff ID "1.23E+05" was turned into a number by a spreadsheet: format the column as text.',
    ],
    [
      'a day that there is not',
      { startDate: '30.02.2024' },
      'From "30.02.2024" must be a date as "feed.dates" says that this export writes them: 31.01.2024, 2024-01 or 2024.',
    ],
    [
      'an end before the start',
      { startDate: '01.10.2019', endDate: '30.09.2019' },
      'To "30.09.2019" lies before the start: correct one of the two dates.',
    ],
  ])('for %s names the column, the value and what to do', (_, changed, reason) => {
    expect(reasonsFor(changed)).toEqual([reason]);
  });

  it('for an empty cell names the column', () => {
    const outcome = new FeedRowReader(dateReader('iso')).read(withoutCity, NAMES);
    expect(outcome).toEqual({ kind: 'refused', reasons: ['Town is missing: fill it in.'] });
  });

  it('for what the export has no column for names the field, and where to say it', () => {
    const names = new Map([...NAMES].filter(([field]) => field !== 'city'));
    const outcome = new FeedRowReader(dateReader('iso')).read(withoutCity, names);
    const reason = 'city is missing: map a column to it in "feed.columns", or say it for all rows in "feed.defaults".';
    expect(outcome).toEqual({ kind: 'refused', reasons: [reason] });
  });

  it('for a mail address that is none does not repeat it, for reports are kept', () => {
    expect(reasonsFor({ mail: 'Lena Brandt, private' })).toEqual([
      'E-mail must be a mail address, such as lena.brandt@example.edu.',
    ]);
  });
});
