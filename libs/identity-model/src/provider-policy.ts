import type { Role } from './role.ts';

/** What an assertion may name a person by, for good. */
export const IDENTIFIER_KINDS = [
  'subject-id',
  'pairwise-id',
  'persistent-name-id',
  'eduPersonUniqueId',
  'eduPersonPrincipalName',
] as const;

export type IdentifierKind = (typeof IDENTIFIER_KINDS)[number];

/** Names of XML signature algorithms as a policy writes them. SHA-1 is only for a provider that can do no better. */
export const SIGNATURE_ALGORITHMS = [
  'rsa-sha256',
  'rsa-sha384',
  'rsa-sha512',
  'ecdsa-sha256',
  'ecdsa-sha384',
  'ecdsa-sha512',
  'rsa-sha1',
] as const;

export type SignatureAlgorithm = (typeof SIGNATURE_ALGORITHMS)[number];

/** Names of the ciphers an assertion may be encrypted with. CBC counts only under a verified signature of the response. */
export const ENCRYPTION_ALGORITHMS = [
  'aes128-gcm',
  'aes192-gcm',
  'aes256-gcm',
  'aes128-cbc',
  'aes192-cbc',
  'aes256-cbc',
] as const;

export type EncryptionAlgorithm = (typeof ENCRYPTION_ALGORITHMS)[number];

/** What is read of a person beside the identifier. */
export const PERSON_FACTS = ['displayName', 'givenName', 'familyName', 'mail', 'affiliations', 'entitlements'] as const;

export type PersonFact = (typeof PERSON_FACTS)[number];

/** What of an answer must be signed. */
export const SIGNED_PARTS = ['assertion', 'response', 'both', 'either'] as const;

/** Whoever has this value of this attribute has this role. */
export interface RoleRule {
  readonly role: Role;
  /** As `eduPersonEntitlement` or `isMemberOf`, or as the provider names it. */
  readonly attribute: string;
  readonly value: string;
}

/** What an operator demands of one provider's messages, and how they name people. */
export interface ProviderPolicy {
  /** Which statement of an assertion is the person's identifier. */
  readonly identifier: IdentifierKind;
  /** Attribute that holds the staff id of the HR export, as the provider names it. */
  readonly staffIdAttribute?: string | undefined;
  /**
   * Name of the number space that its staff ids are of, such as `hr`: a feed that names the same one speaks of the same
   * people. Without it a staff id of the provider links to nobody.
   */
  readonly staffIdSpace?: string | undefined;
  /** Attributes to read instead of the usual ones, as the provider names them. */
  readonly attributes?: Readonly<Partial<Record<PersonFact, string>>> | undefined;
  readonly roles?: readonly RoleRule[] | undefined;
  /** What of an answer must be signed; a signature that is there is verified in any case. */
  readonly mustBeSigned: (typeof SIGNED_PARTS)[number];
  readonly mustBeEncrypted: boolean;
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
  readonly encryptionAlgorithms: readonly EncryptionAlgorithm[];
}

/** What an operator said of a provider; where nothing is said, `STRICT_POLICY` and the provider's metadata hold. */
export type StatedPolicy = { readonly [Part in keyof ProviderPolicy]?: ProviderPolicy[Part] | undefined } & {
  /** Domains the provider may speak for, instead of those in its metadata. */
  readonly scopes?: readonly string[] | undefined;
};

/** What holds where an operator says nothing else. */
export const STRICT_POLICY = {
  identifier: 'subject-id',
  mustBeSigned: 'assertion',
  mustBeEncrypted: false,
  signatureAlgorithms: ['rsa-sha256', 'rsa-sha384', 'rsa-sha512', 'ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512'],
  encryptionAlgorithms: ENCRYPTION_ALGORITHMS,
} as const satisfies ProviderPolicy;

/** What holds for a provider of which an operator said this. */
export function completePolicy(stated: StatedPolicy): ProviderPolicy {
  return {
    identifier: stated.identifier ?? STRICT_POLICY.identifier,
    staffIdAttribute: stated.staffIdAttribute,
    staffIdSpace: stated.staffIdSpace,
    attributes: stated.attributes,
    roles: stated.roles,
    mustBeSigned: stated.mustBeSigned ?? STRICT_POLICY.mustBeSigned,
    mustBeEncrypted: stated.mustBeEncrypted ?? STRICT_POLICY.mustBeEncrypted,
    signatureAlgorithms: stated.signatureAlgorithms ?? STRICT_POLICY.signatureAlgorithms,
    encryptionAlgorithms: stated.encryptionAlgorithms ?? STRICT_POLICY.encryptionAlgorithms,
  };
}
