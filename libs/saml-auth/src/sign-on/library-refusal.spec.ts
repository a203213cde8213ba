import { RefusedMessageError } from '../refused-message.error.ts';
import { libraryRefusal } from './library-refusal.ts';

describe('what the library says', () => {
  it.each([
    ['Invalid signature', 'wrong-signature'],
    ['Invalid document signature', 'wrong-signature'],
    ['SAML assertion audience mismatch. Expected: a Received: b', 'audience'],
    ['SAML assertion not yet valid', 'not-yet-valid'],
    ['SAML assertion expired: assertion too old', 'expired'],
    ['something new', 'library-refused'],
  ])('is logged by its meaning: %s', (words, reason) => {
    expect(libraryRefusal(new Error(words)).reason).toBe(reason);
  });

  it('leaves a refusal of ours as it is, and takes whatever else was thrown', () => {
    expect(libraryRefusal(new RefusedMessageError('doctype')).reason).toBe('doctype');
    expect(libraryRefusal(undefined).reason).toBe('library-refused');
  });
});
