import { randomBytes } from 'node:crypto';
import { Keyring } from './keyring.ts';

const good = randomBytes(32).toString('base64');

describe('the keyring', () => {
  it('seals with the first key and finds all of them by name', () => {
    const ring = Keyring.parse(`b:${good}, a:${randomBytes(32).toString('base64')}`);
    expect(ring.current.kid).toBe('b');
    expect(ring.named('a')).toHaveLength(1);
    expect(ring.named('c')).toEqual([]);
  });

  it('keeps two keys that were given one name', () => {
    const ring = Keyring.parse(`a:${good},a:${randomBytes(32).toString('base64')}`);
    expect(ring.named('a')).toHaveLength(2);
  });

  it.each([
    ['no name', good],
    ['too short', `a:${randomBytes(16).toString('base64')}`],
    ['all zero', `a:${Buffer.alloc(32).toString('base64')}`],
    ['an example', `a:${Buffer.from('00112233'.repeat(8), 'hex').toString('base64')}`],
    ['there twice', `a:${good},a:${good}`],
    ['empty', ''],
  ])('refuses a key that is %s, without showing it', (_, text) => {
    expect(() => Keyring.parse(text)).toThrow(TypeError);
    expect(() => Keyring.parse(text)).not.toThrow(good);
  });
});
