import { isJavaDouble } from './java-double.ts';

describe('what Java reads as a number', () => {
  it.each(['5', '1e3', ' 5 ', '.5', '5.', '-3', '+1', '1f', '1d', 'NaN', 'Infinity', '1e400', '0x1p3'])(
    '%j is one (tried with OpenJDK 17)',
    (text) => {
      expect(isJavaDouble(text)).toBe(true);
    },
  );

  it.each(['', ' ', '.', '0x10', '0b1', '1_000', '1,000', 'a lot', '5 EUR', '1e', 'infinity'])(
    '%j is none (tried with OpenJDK 17)',
    (text) => {
      expect(isJavaDouble(text)).toBe(false);
    },
  );
});
