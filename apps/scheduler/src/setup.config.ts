import { providerPolicy, ProviderSource } from '@ligature/institutions';
import type { ValuesOf } from '@ligature/runtime';
import { z } from 'zod';

type Values = ValuesOf<typeof SetupConfig.variables>;

/** What only the `configure` command needs. */
export class SetupConfig {
  static readonly title = 'Setting up an institution';
  static readonly variables = {
    ORCID_CLIENT_SECRET: z
      .string()
      .optional()
      .describe('Secret of the institution’s ORCID client, for `configure` only; it is kept sealed in the database.'),
    SAML_IDP_METADATA: z
      .string()
      .optional()
      .describe(
        'Metadata of an identity provider, address or file, for `configure`; more of them in the institution file.',
      ),
    SAML_IDP_IDENTIFIER: providerPolicy.identifier
      .default('subject-id')
      .describe('What `SAML_IDP_METADATA`’s provider identifies people by, for good.'),
    SAML_IDP_STAFF_ID_ATTRIBUTE: z
      .string()
      .optional()
      .describe('Attribute of it that holds the staff id: `urn:oid:2.16.840.1.113730.3.1.3`, say.'),
    SAML_IDP_STAFF_ID_SPACE: providerPolicy.staffIdSpace
      .optional()
      .describe(
        'Number space that its staff ids are of, `staff` where the feed names no other; needs `SAML_IDP_ENTITY_ID`. Without it they link nobody to HR’s people.',
      ),
    SAML_IDP_ENTITY_ID: z.string().optional().describe('Entity ID of the only provider wanted of `SAML_IDP_METADATA`.'),
  };

  readonly clientSecret: string | undefined;
  /** The provider that the environment names. */
  readonly provider: ProviderSource | undefined;

  constructor(values: Values) {
    this.clientSecret = values.ORCID_CLIENT_SECRET;
    this.provider = providerOf(values);
  }

  static faults(values: Values): string[] {
    const provider = providerOf(values);
    const issues = provider === undefined ? [] : (ProviderSource.safeParse(provider).error?.issues ?? []);
    return issues.map(({ message }) => `SAML_IDP_METADATA: ${message}.`);
  }
}

function providerOf({
  SAML_IDP_METADATA: metadata,
  SAML_IDP_IDENTIFIER: identifier,
  SAML_IDP_STAFF_ID_ATTRIBUTE: staffIdAttribute,
  SAML_IDP_STAFF_ID_SPACE: staffIdSpace,
  SAML_IDP_ENTITY_ID: entityId,
}: Values): ProviderSource | undefined {
  if (metadata === undefined) return undefined;
  const place = /^https?:/.test(metadata) ? { metadataUrl: metadata } : { metadataFile: metadata };
  return {
    ...place,
    identifier,
    ...(entityId !== undefined && { entityIds: [entityId] }),
    ...(staffIdAttribute !== undefined && { staffIdAttribute }),
    ...(staffIdSpace !== undefined && { staffIdSpace }),
  };
}
