import fc from 'fast-check';
import { checkDigit, InvalidOrcidIdError, orcidUri, parseOrcidId } from './orcid-id.ts';
import { anOrcidId } from './testing/index.ts';

const fifteenDigits = fc.stringMatching(/^\d{15}$/);
const withHyphens = (digits: string) => digits.replace(/(.{4})(?=.)/g, '$1-');

describe('an ORCID iD', () => {
  it('is accepted with its check digit and refused with any other', () => {
    fc.assert(
      fc.property(fifteenDigits, fc.constantFrom(...Array.from('0123456789X')), (digits, last) => {
        const text = withHyphens(digits + last);
        if (last === checkDigit(digits)) expect(parseOrcidId(text)).toBe(text);
        else expect(() => parseOrcidId(text)).toThrow(InvalidOrcidIdError);
      }),
    );
  });

  it('is refused after any single digit of it was mistyped', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(14), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
        const digits = anOrcidId(serial).replaceAll('-', '');
        const wrong = (Number(digits[place]) + shift) % 10;
        const mistyped = digits.slice(0, place) + String(wrong) + digits.slice(place + 1);
        expect(() => parseOrcidId(withHyphens(mistyped))).toThrow(InvalidOrcidIdError);
      }),
    );
  });

  it('is refused after two neighbouring digits of it were swapped', () => {
    fc.assert(
      fc.property(fc.nat(999_999), fc.nat(13), (serial, place) => {
        const digits = anOrcidId(serial).replaceAll('-', '');
        const [one = '', other = ''] = digits.slice(place, place + 2);
        fc.pre(one !== other);
        const swapped = digits.slice(0, place) + other + one + digits.slice(place + 2);
        expect(() => parseOrcidId(withHyphens(swapped))).toThrow(InvalidOrcidIdError);
      }),
    );
  });

  it.each(['0000-0002-1825-0097', '0000-0002-1694-233X', '0009-0000-0000-0017'])(
    'of ORCID’s own examples is accepted: %s',
    (id) => {
      expect(parseOrcidId(id)).toBe(id);
    },
  );

  it.each([
    '',
    '0000000218250097',
    'https://orcid.org/0000-0002-1825-0097',
    '0000-0002-1694-233x',
    ' 0000-0002-1825-0097',
  ])('is never guessed from %p', (text) => {
    expect(() => parseOrcidId(text)).toThrow('four groups of four digits');
  });

  it('is shown as the https URI of its record on the site it belongs to', () => {
    expect(orcidUri(anOrcidId(), 'https://sandbox.orcid.org/')).toBe(`https://sandbox.orcid.org/${anOrcidId()}`);
  });
});
