import { formOfCode } from './number-forms.ts';
import { dayOfSerial } from './serial-day.ts';
import { cellAt, columnName, MOST_COLUMNS } from './cell-reference.ts';

describe('a number format', () => {
  it.each([
    ['dd.mm.yyyy', 'day'],
    ['m/d/yy', 'day'],
    ['yyyy\\-mm\\-dd;@', 'day'],
    ['[$-407]d. mmmm yyyy', 'day'],
    ['dd/mm/yyyy hh:mm:ss.000', 'day'],
    ['[$-F800]dddd, mmmm dd, yyyy', 'day'],
    ['yyyy hh:mm', 'day'],
    ['mmm-yy', 'month'],
    ['mm/yyyy', 'month'],
    ['yyyy', 'year'],
    ['"Jahr" yyyy', 'year'],
  ])('%s shows a date as exact as its cell does: to the %s', (code, shows) => {
    expect(formOfCode(code)).toEqual({ kind: 'date', shows });
  });

  it.each([
    'General',
    '0',
    '0.00',
    '#,##0',
    '0.00E+00',
    '@',
    'h:mm',
    '[h]:mm',
    '[m]:ss',
    '[mm]',
    'mm:ss.0',
    '"day" 0',
    '[Red]0',
    '0 "d"',
  ])('%s shows no date', (code) => {
    expect(formOfCode(code)).toEqual({ kind: 'number' });
  });

  it.each([
    ['000000', 6],
    ['00', 2],
    ['000000;@', 6],
  ])('%s shows leading zeros', (code, digits) => {
    expect(formOfCode(code)).toEqual({ kind: 'padded', digits });
  });
});

describe('a number that stands for a day', () => {
  it.each([
    ['45366', '1900', ['2024-03-15', '00:00:00']],
    ['43904', '1904', ['2024-03-15', '00:00:00']],
    ['61', '1900', ['1900-03-01', '00:00:00']],
    ['0', '1904', ['1904-01-01', '00:00:00']],
    ['45366.4375', '1900', ['2024-03-15', '10:30:00']],
    ['45365.999999999', '1900', ['2024-03-15', '00:00:00']],
    ['2958465', '1900', ['9999-12-31', '00:00:00']],
  ] as const)('%s from %s is %j', (text, epoch, day) => {
    expect(dayOfSerial(text, epoch)).toEqual(day);
  });

  it.each([
    ['60', '1900'],
    ['1', '1900'],
    ['-1', '1904'],
    ['2958466', '1900'],
    ['2957004', '1904'],
    ['x', '1900'],
    ['', '1904'],
    ['Infinity', '1900'],
  ] as const)('%s from %s is none', (text, epoch) => {
    expect(dayOfSerial(text, epoch)).toBeUndefined();
  });
});

describe('the name of a cell', () => {
  it('is that of its column and row', () => {
    expect([0, 25, 26, 701, 702, MOST_COLUMNS - 1].map(columnName)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    for (let column = 0; column < MOST_COLUMNS; column++)
      expect(cellAt(`${columnName(column)}7`)).toEqual({ column, row: 7 });
  });

  it.each(['', 'C', '7', 'C0', 'c7', 'XFE1', 'AAAA1', '$C$7', 'C7:D8'])('is not %j', (text) => {
    expect(cellAt(text)).toBeUndefined();
  });
});
