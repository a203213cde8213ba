import type { ProviderPolicy } from '@ligature/identity-model';
import { element, type XmlText } from './xml-text.ts';

type Identifier = ProviderPolicy['identifier'];

/** What our providers were asked to name people by, and what else an operator reads of them. */
export interface AttributesInUse {
  readonly identifiers: readonly Identifier[];
  /** Names as the providers write them. */
  readonly others: readonly string[];
}

/** Names of the X.500/LDAP attribute profile, and of OASIS subject-id; a NameID is no attribute. */
const IDENTIFIERS: Readonly<Record<Identifier, string | undefined>> = {
  'subject-id': 'urn:oasis:names:tc:SAML:attribute:subject-id',
  'pairwise-id': 'urn:oasis:names:tc:SAML:attribute:pairwise-id',
  eduPersonUniqueId: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.13',
  eduPersonPrincipalName: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.6',
  'persistent-name-id': undefined,
};

const PERSONAL: Readonly<Record<string, string>> = {
  displayName: 'urn:oid:2.16.840.1.113730.3.1.241',
  givenName: 'urn:oid:2.5.4.42',
  sn: 'urn:oid:2.5.4.4',
  mail: 'urn:oid:0.9.2342.19200300.100.1.3',
  eduPersonScopedAffiliation: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.9',
  eduPersonEntitlement: 'urn:oid:1.3.6.1.4.1.5923.1.1.1.7',
};

const URI = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';

/**
 * What we ask for: only what is read, since some providers release just what is asked for. The identifier is all that we
 * cannot do without; where there are several, each provider has its own.
 */
export function requestedAttributes({ identifiers, others }: AttributesInUse): XmlText[] {
  const ids = identifiers.flatMap((identifier): [string, string][] => {
    const name = IDENTIFIERS[identifier];
    return name === undefined ? [] : [[identifier, name]];
  });
  const named = [...ids, ...Object.entries(PERSONAL)];
  const further = others.filter((other) => !named.some(([, name]) => name === other));
  return [
    ...named.map(([FriendlyName, Name], at) =>
      element('md:RequestedAttribute', {
        FriendlyName,
        Name,
        NameFormat: URI,
        ...(at < ids.length && { isRequired: ids.length === 1 }),
      }),
    ),
    ...[...new Set(further)].map((Name) => element('md:RequestedAttribute', { Name, NameFormat: URI })),
  ];
}

/** Which subject identifiers we need, for providers that release them only then (OASIS subject-id 2.3). */
export function subjectIdRequirement({ identifiers }: AttributesInUse): 'subject-id' | 'pairwise-id' | 'any' | 'none' {
  const [needsSubjectId, needsPairwiseId] = [identifiers.includes('subject-id'), identifiers.includes('pairwise-id')];
  if (needsSubjectId) return needsPairwiseId ? 'any' : 'subject-id';
  return needsPairwiseId ? 'pairwise-id' : 'none';
}
