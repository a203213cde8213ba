import { isOrcidId } from '@ligature/orcid-model';
import type { SignedAssertion } from '../checks/signed-assertion.ts';
import type { InstitutionalPerson } from '../institutional-person.ts';
import type { PersonFact, Role, ProviderPolicy } from '@ligature/identity-model';
import type { Provider } from '../provider.ts';
import { valuesOf } from './attribute-names.ts';
import { readIdentifier } from './read-identifier.ts';
import { maySpeakFor, scopeOf } from './scope.ts';

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
    staffId: staffIdOf(assertion, policy),
    orcidHint: orcidHintOf(assertion),
  };
  return {
    provider: provider.entityId,
    identifier,
    displayName: all('displayName')[0] ?? fullName(facts) ?? facts.mail ?? identifier,
    ...known(facts),
    affiliations: all('affiliations').filter((value) => maySpeakFor(provider, scopeOf(value))),
    entitlements: all('entitlements'),
    roles: rolesOf(assertion, policy),
  };
}

/** It links a person to their jobs, so two different ones link to nothing. */
function staffIdOf(assertion: SignedAssertion, { staffIdAttribute }: ProviderPolicy): string | undefined {
  const [staffId, ...others] = staffIdAttribute === undefined ? [] : valuesOf(assertion, staffIdAttribute);
  return others.length === 0 ? staffId : undefined;
}

function orcidHintOf(assertion: SignedAssertion): string | undefined {
  const hints = valuesOf(assertion, 'eduPersonOrcid').map((value) => value.replace(/^https?:\/\/[^/]+\//, ''));
  return hints.find(isOrcidId);
}

function rolesOf(assertion: SignedAssertion, { roles = [] }: ProviderPolicy): Role[] {
  const given = roles.filter(({ attribute, value }) => valuesOf(assertion, attribute).includes(value));
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
