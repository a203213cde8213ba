/** Names of XML signature algorithms as a policy writes them. SHA-1 is only for a provider that can do no better. */
export type SignatureAlgorithm =
  'rsa-sha256' | 'rsa-sha384' | 'rsa-sha512' | 'ecdsa-sha256' | 'ecdsa-sha384' | 'ecdsa-sha512' | 'rsa-sha1';

/** Names of the ciphers an assertion may be encrypted with. CBC counts only under a verified signature of the response. */
export type EncryptionAlgorithm =
  'aes128-gcm' | 'aes192-gcm' | 'aes256-gcm' | 'aes128-cbc' | 'aes192-cbc' | 'aes256-cbc';

/** What a person may do beyond their own connection, by what their provider says of them. */
export type PersonRole = 'administrator' | 'reader';

/** Whoever has this value of this attribute has this role. */
export interface RoleRule {
  readonly role: PersonRole;
  /** As `eduPersonEntitlement` or `isMemberOf`, or as the provider names it. */
  readonly attribute: string;
  readonly value: string;
}

/** What is read of a person beside the identifier. */
export type PersonFact = 'displayName' | 'givenName' | 'familyName' | 'mail' | 'affiliations' | 'entitlements';

/** What an operator demands of one provider's messages, and how they name people. */
export interface ProviderPolicy {
  /** Which statement of an assertion is the person's identifier. */
  readonly identifier:
    'subject-id' | 'pairwise-id' | 'persistent-name-id' | 'eduPersonUniqueId' | 'eduPersonPrincipalName';
  /** Attribute that holds the staff id of the HR export, as the provider names it. */
  readonly staffIdAttribute?: string | undefined;
  /** The number space the provider is declared to speak for; without one its staff ids link nobody. */
  readonly staffIdSpace?: string | undefined;
  /** Attributes to read instead of the usual ones, as the provider names them. */
  readonly attributes?: Readonly<Partial<Record<PersonFact, string>>> | undefined;
  readonly roles?: readonly RoleRule[] | undefined;
  /** What of an answer must be signed; a signature that is there is verified in any case. */
  readonly mustBeSigned: 'assertion' | 'response' | 'both' | 'either';
  readonly mustBeEncrypted: boolean;
  readonly signatureAlgorithms: readonly SignatureAlgorithm[];
  readonly encryptionAlgorithms: readonly EncryptionAlgorithm[];
}

/** What holds where an operator says nothing else. */
export const STRICT_POLICY = {
  identifier: 'subject-id',
  mustBeSigned: 'assertion',
  mustBeEncrypted: false,
  signatureAlgorithms: ['rsa-sha256', 'rsa-sha384', 'rsa-sha512', 'ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512'],
  encryptionAlgorithms: ['aes128-gcm', 'aes192-gcm', 'aes256-gcm', 'aes128-cbc', 'aes192-cbc', 'aes256-cbc'],
} as const satisfies ProviderPolicy;
