import { deflateRawSync } from 'node:zlib';
import { refusalOf } from '../testing/refusal-of.ts';
import { decodePosted, decodeRedirected } from './decode-message.ts';

const base64 = (text: string | Buffer): string => Buffer.from(text as string).toString('base64');
const deflated = (text: string): string => deflateRawSync(text).toString('base64');

describe('a posted message', () => {
  it('is base64 of UTF-8, in one line or in several', () => {
    expect(decodePosted(base64('<a>é</a>'))).toBe('<a>é</a>');
    expect(decodePosted(base64('<a>é</a>').replace(/(.{4})/g, '$1\r\n'))).toBe('<a>é</a>');
  });

  it('may have 256 KiB and not a byte more', () => {
    expect(refusalOf(() => decodePosted(base64('x'.repeat(256 * 1024))))).toBeUndefined();
    expect(refusalOf(() => decodePosted(base64('x'.repeat(256 * 1024 + 3))))).toBe('too-large');
    expect(refusalOf(() => decodePosted('x'.repeat(10_000_000)))).toBe('too-large');
  });

  it.each([
    ['missing', undefined, 'not-one-message'],
    ['empty', '', 'not-one-message'],
    ['given twice', [base64('<a/>'), base64('<b/>')], 'not-one-message'],
    ['plain', '<a/>', 'not-base64'],
    ['written in the alphabet of addresses', '-_-_', 'not-base64'],
    ['with spaces in it', 'PGEv Pg==', 'not-base64'],
    ['without its padding', base64('<a/>').replace(/=+$/, ''), 'not-base64'],
    ['with bits that say nothing', 'PGEvPh==', 'not-base64'],
    ['not UTF-8', base64(Buffer.from([0x3c, 0xe9, 0x3e])), 'not-utf8'],
  ])('is refused when it is %s', (_, field, reason) => {
    expect(refusalOf(() => decodePosted(field))).toBe(reason);
  });
});

describe('a message in an address', () => {
  it('is deflated', () => {
    expect(decodeRedirected(deflated('<a>é</a>'))).toBe('<a>é</a>');
    expect(refusalOf(() => decodeRedirected(base64('<a/>')))).toBe('not-deflated');
  });

  it('is refused when it would grow beyond 256 KiB', () => {
    expect(refusalOf(() => decodeRedirected(deflated('x'.repeat(10_000_000))))).toBe('not-deflated');
  });
});
