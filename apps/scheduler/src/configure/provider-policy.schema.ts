import { z } from 'zod';

const domain = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain such as example.edu');

/** What an operator demands of a provider, where it differs from the strict rule. */
export const providerPolicy = {
  identifier: z.enum([
    'subject-id',
    'pairwise-id',
    'persistent-name-id',
    'eduPersonUniqueId',
    'eduPersonPrincipalName',
  ]),
  staffIdAttribute: z.string(),
  staffIdSpace: z.string().regex(/^[a-z0-9-]{1,40}$/, 'must be small letters, digits and hyphens'),
  attributes: z.partialRecord(
    z.enum(['displayName', 'givenName', 'familyName', 'mail', 'affiliations', 'entitlements']),
    z.string(),
  ),
  roles: z.array(
    z.strictObject({ role: z.enum(['administrator', 'reader']), attribute: z.string(), value: z.string() }),
  ),
  mustBeSigned: z.enum(['assertion', 'response', 'both', 'either']),
  mustBeEncrypted: z.boolean(),
  signatureAlgorithms: z
    .array(
      z.enum(['rsa-sha256', 'rsa-sha384', 'rsa-sha512', 'ecdsa-sha256', 'ecdsa-sha384', 'ecdsa-sha512', 'rsa-sha1']),
    )
    .min(1),
  encryptionAlgorithms: z
    .array(z.enum(['aes128-gcm', 'aes192-gcm', 'aes256-gcm', 'aes128-cbc', 'aes192-cbc', 'aes256-cbc']))
    .min(1),
  scopes: z.array(domain),
};
