import {
  ENCRYPTION_ALGORITHMS,
  IDENTIFIER_KINDS,
  PERSON_FACTS,
  ROLES,
  SIGNATURE_ALGORITHMS,
  SIGNED_PARTS,
} from '@ligature/identity-model';
import { z } from 'zod';

const domain = z
  .string()
  .toLowerCase()
  .regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/, 'must be a domain such as example.edu');

/** Name of a number space of staff ids. A provider and a feed that name the same one mean the same people by a number. */
export const numberSpace = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,39}$/, 'must be a short name of small letters, digits and hyphens, such as hr');

/** What an operator demands of a provider, where it differs from the strict rule: the parts of a `StatedPolicy`. */
export const providerPolicy = {
  identifier: z.enum(IDENTIFIER_KINDS),
  staffIdAttribute: z.string(),
  staffIdSpace: numberSpace,
  attributes: z.partialRecord(z.enum(PERSON_FACTS), z.string()),
  roles: z.array(z.strictObject({ role: z.enum(ROLES), attribute: z.string(), value: z.string() })),
  mustBeSigned: z.enum(SIGNED_PARTS),
  mustBeEncrypted: z.boolean(),
  signatureAlgorithms: z.array(z.enum(SIGNATURE_ALGORITHMS)).min(1),
  encryptionAlgorithms: z.array(z.enum(ENCRYPTION_ALGORITHMS)).min(1),
  scopes: z.array(domain),
};
