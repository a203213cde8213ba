import { isOrcidId } from '@ligature/orcid-model';
import type { SignedAssertion } from '../checks/signed-assertion.ts';
import type { InstitutionalPerson } from '../institutional-person.ts';
import type { PersonFact, Role } from '@ligature/identity-model';
import type { Provider } from '../provider.ts';
import { isScoped, valuesOf } from './attribute-names.ts';
import { readIdentifier } from './read-identifier.ts';
import { maySpeakFor, scopeOf, statesScope } from './scope.ts';

/** Attributes that say what we want to know, unless the operator names others. */
const USUAL: Readonly<Record<PersonFact, string>> = {
  displayName: 'displayName',
  givenName: 'givenName',
  familyName: 'sn',
  mail: 'mail',
  affiliations: 'eduPersonScopedAffiliation',
  entitlements: 'eduPersonEntitlement',
};

/**
 * Who the assertion is about. Only the identifier must be there; all else may be missing.
 * @param audience our entity id
 * @throws RefusedMessageError when the agreed identifier is missing, doubled, malformed or not the provider's to give
 */
export function readPerson(assertion: SignedAssertion, provider: Provider, audience: string): InstitutionalPerson {
  const identifier = readIdentifier(assertion, provider, audience);
  const { policy } = provider;
  const all = (fact: PersonFact): readonly string[] => valuesOf(assertion, policy.attributes?.[fact] ?? USUAL[fact]);
  const facts = {
    givenName: all('givenName')[0],
    familyName: all('familyName')[0],
    mail: all('mail')[0],
    ...staffIdOf(assertion, provider),
    orcidHint: orcidHintOf(assertion),
  };
  return {
    provider: provider.entityId,
    identifierKind: policy.identifier,
    identifier,
    displayName: all('displayName')[0] ?? fullName(facts) ?? facts.mail ?? identifier,
    ...known(facts),
    affiliations: all('affiliations').filter((value) => maySpeakFor(provider, scopeOf(value))),
    entitlements: all('entitlements'),
    roles: rolesOf(assertion, provider),
  };
}

/** Two different ones name nobody. Without a number space it links to nobody. */
function staffIdOf(
  assertion: SignedAssertion,
  provider: Provider,
): Pick<InstitutionalPerson, 'staffId' | 'staffIdSpace'> {
  const { staffIdAttribute, staffIdSpace } = provider.policy;
  const [staffId, ...others] = staffIdAttribute === undefined ? [] : ownValuesOf(assertion, provider, staffIdAttribute);
  if (staffId === undefined || others.length > 0) return {};
  return { staffId, ...(staffIdSpace !== undefined && { staffIdSpace }) };
}

/**
 * Values of an attribute that says which employee somebody is, or what they may do. Of a scoped attribute only those in a
 * scope that the provider states: another institution's staff is nobody here.
 */
function ownValuesOf(assertion: SignedAssertion, provider: Provider, attribute: string): readonly string[] {
  const values = valuesOf(assertion, attribute);
  const mustBeScoped = isScoped(attribute) || attribute === provider.policy.attributes?.affiliations;
  return mustBeScoped ? values.filter((value) => statesScope(provider, scopeOf(value))) : values;
}

function orcidHintOf(assertion: SignedAssertion): string | undefined {
  const hints = valuesOf(assertion, 'eduPersonOrcid').map((value) => value.replace(/^https?:\/\/[^/]+\//, ''));
  return hints.find(isOrcidId);
}

function rolesOf(assertion: SignedAssertion, provider: Provider): Role[] {
  const { roles = [] } = provider.policy;
  const given = roles.filter(({ attribute, value }) => ownValuesOf(assertion, provider, attribute).includes(value));
  return [...new Set(given.map(({ role }) => role))];
}

function fullName(facts: {
  readonly givenName: string | undefined;
  readonly familyName: string | undefined;
}): string | undefined {
  const parts = [facts.givenName, facts.familyName].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

function known<T extends object>(facts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as ReturnType<
    typeof known<T>
  >;
}
