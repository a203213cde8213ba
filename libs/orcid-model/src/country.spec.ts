import { isCountry } from './country.ts';

describe('a country', () => {
  it.each(['GB', 'DE', 'US', 'TW', 'XK'])('is one of the list: %s', (code) => {
    expect(isCountry(code)).toBe(true);
  });

  it.each(['UK', 'EU', 'gb', 'GBR', 'ZZ', '', ' '])('is not guessed from %p', (code) => {
    expect(isCountry(code)).toBe(false);
  });
});
