import { PERSISTENT_FORMAT } from '../checks/vocabulary.ts';
import type { SignedAssertion } from '../checks/signed-assertion.ts';
import type { ProviderPolicy } from '@ligature/identity-model';
import type { Provider } from '../provider.ts';
import { demand, type RefusalReason } from '../refused-message.error.ts';
import { valuesOf } from './attribute-names.ts';
import { maySpeakFor, scopeOf } from './scope.ts';

type ScopedIdentifier = Exclude<ProviderPolicy['identifier'], 'persistent-name-id'>;

const SUBJECT_ID = /^[a-z0-9][a-z0-9=-]{0,126}@[a-z0-9][a-z0-9.-]{0,126}$/;

/** How identifiers are written, in small letters (OASIS subject-id 3.3.2 and 3.4.2; eduPerson 202208). */
const FORMS: Readonly<Record<ScopedIdentifier, RegExp>> = {
  'subject-id': SUBJECT_ID,
  'pairwise-id': SUBJECT_ID,
  eduPersonUniqueId: /^[a-z0-9]{1,64}@[a-z0-9][a-z0-9.-]{0,255}$/,
  eduPersonPrincipalName: /^[^\s@\p{C}]{1,128}@[a-z0-9][a-z0-9.-]{0,255}$/u,
};

const LONGEST_NAME_ID = 256;

/**
 * What the provider calls the person for good, by the one statement that was agreed on. It must be there exactly once and
 * be written as it should: a guess would be somebody else.
 * @throws RefusedMessageError
 */
export function readIdentifier(assertion: SignedAssertion, provider: Provider, audience: string): string {
  const { identifier } = provider.policy;
  return identifier === 'persistent-name-id'
    ? persistentNameId(assertion, provider, audience)
    : scopedIdentifier(assertion, provider, identifier);
}

/** All of these are compared without regard to case, so they are kept in small letters. */
function scopedIdentifier(assertion: SignedAssertion, provider: Provider, name: ScopedIdentifier): string {
  const [value, ...others] = valuesOf(assertion, name).map((text) => text.toLowerCase());
  demand(value !== undefined, missing(assertion));
  demand(others.length === 0 && FORMS[name].test(value), 'no-identifier');
  demand(maySpeakFor(provider, scopeOf(value)), 'foreign-scope');
  return value;
}

/** Only a persistent one, made by this provider for us: a transient one is another at every sign-in (SAML core 8.3). */
function persistentNameId(assertion: SignedAssertion, { entityId }: Provider, audience: string): string {
  const { nameId } = assertion;
  demand(nameId !== undefined, missing(assertion));
  demand(nameId.attributes.get('Format') === PERSISTENT_FORMAT, 'no-identifier');
  const value = nameId.text.trim();
  demand(value !== '' && value.length <= LONGEST_NAME_ID, 'no-identifier');
  demand((nameId.attributes.get('NameQualifier') ?? entityId) === entityId, 'foreign-scope');
  demand((nameId.attributes.get('SPNameQualifier') ?? audience) === audience, 'foreign-scope');
  return value;
}

/** Perhaps it is there, encrypted once more by itself: the operator should look there. */
function missing({ hasEncryptedParts }: SignedAssertion): RefusalReason {
  return hasEncryptedParts ? 'encrypted-identifier' : 'no-identifier';
}
