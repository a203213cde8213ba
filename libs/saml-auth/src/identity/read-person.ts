import { attributeValues, type SignedAssertion } from '../checks/signed-assertion.ts';
import type { InstitutionalPerson } from '../institutional-person.ts';
import type { Provider } from '../provider.ts';
import type { ProviderPolicy } from '../provider-policy.ts';
import { RefusedMessageError } from '../refused-message.error.ts';
import { ATTRIBUTE } from './attribute-names.ts';

const PERSISTENT = 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent';

type Values = ReadonlyMap<string, readonly string[]>;

/**
 * Who the assertion is about. The identifier must be there exactly once; all else may be missing.
 * @throws RefusedMessageError when the agreed identifier is missing or doubled: a guess would be somebody else
 */
export function readPerson(assertion: SignedAssertion, provider: Provider): InstitutionalPerson {
  const values = attributeValues(assertion);
  const identifier = identifierOf(assertion, values, provider.policy);
  const { staffIdAttribute } = provider.policy;
  const facts = {
    givenName: first(values, ATTRIBUTE.givenName),
    familyName: first(values, ATTRIBUTE.surname),
    mail: first(values, ATTRIBUTE.mail),
    staffId: staffIdAttribute && only(values, staffIdAttribute),
  };
  const displayName = nameOf(values) ?? facts.mail ?? identifier;
  return { provider: provider.entityId, identifier, displayName, ...known(facts) };
}

function identifierOf(assertion: SignedAssertion, values: Values, { identifier }: ProviderPolicy): string {
  const found = identifierBy(identifier, assertion, values);
  if (found === undefined) throw new RefusedMessageError('no-identifier');
  return found;
}

function identifierBy(
  identifier: ProviderPolicy['identifier'],
  assertion: SignedAssertion,
  values: Values,
): string | undefined {
  switch (identifier) {
    case 'subject-id':
      return only(values, ATTRIBUTE.subjectId)?.toLowerCase();
    case 'pairwise-id':
      return only(values, ATTRIBUTE.pairwiseId)?.toLowerCase();
    case 'eduPersonPrincipalName':
      return only(values, ATTRIBUTE.eduPersonPrincipalName)?.toLowerCase();
    case 'persistent-name-id':
      return persistentNameId(assertion);
  }
}

/** A transient NameID is another one at every sign-in, so it is never a key. */
function persistentNameId({ Subject: [subject] }: SignedAssertion): string | undefined {
  const [nameId] = subject?.NameID ?? [];
  return nameId?.$.Format === PERSISTENT && nameId._.trim() !== '' ? nameId._.trim() : undefined;
}

function nameOf(values: Values): string | undefined {
  const parts = [first(values, ATTRIBUTE.givenName), first(values, ATTRIBUTE.surname)].filter(
    (part) => part !== undefined,
  );
  return first(values, ATTRIBUTE.displayName) ?? (parts.length > 0 ? parts.join(' ') : undefined);
}

function known<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined | ''> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => Boolean(value))) as ReturnType<typeof known<T>>;
}

function first(values: Values, name: string): string | undefined {
  return values.get(name)?.[0];
}

function only(values: Values, name: string): string | undefined {
  const all = new Set(values.get(name));
  return all.size === 1 ? [...all][0] : undefined;
}
