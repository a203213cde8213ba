import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { fromCursor, toCursor } from './cursor.ts';

describe('a cursor', () => {
  it('names the row it was made of', () => {
    const id = randomUUID();
    expect(fromCursor(toCursor(id))).toBe(id);
  });

  it.each([undefined, null])('may be absent: %s', (absent) => {
    expect(fromCursor(absent)).toBeUndefined();
  });

  it('is refused when it is anything else, with a message for whoever asked', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.base64String(), fc.string().map(toCursor)), (text) => {
        expect(() => fromCursor(text)).toThrow('"after" is not a cursor of this list.');
      }),
    );
  });
});
