import { parsePutCode } from './put-code.ts';

describe('a put-code', () => {
  it('keeps every digit of a number wider than JavaScript’s', () => {
    expect(parsePutCode('9223372036854775807')).toBe('9223372036854775807');
  });

  it.each(['', '0', '-1', '12a', '1.5', ' 7'])('is refused when it is not a positive whole number: %p', (text) => {
    expect(() => parsePutCode(text)).toThrow(TypeError);
  });
});
