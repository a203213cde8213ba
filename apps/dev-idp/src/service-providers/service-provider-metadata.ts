import { z } from 'zod';
import { bindings } from '../saml/vocabulary.ts';
import { readXml } from '../saml/xml-reader.ts';
import { xmlFlag, xmlText } from '../saml/xml-schema.ts';
import { type AssertionConsumer, type LogoutEndpoint, type ServiceProvider } from './service-provider.ts';

const webAddress = z.url({ protocol: /^https?$/ });
const endpointSchema = z.object({
  '@Binding': z.string(),
  '@Location': webAddress,
  '@ResponseLocation': webAddress.optional(),
  '@index': z.string().optional(),
  '@isDefault': xmlFlag,
});

const keySchema = z.object({
  '@use': z.enum(['signing', 'encryption']).optional(),
  KeyInfo: z.object({
    X509Data: z.array(z.object({ X509Certificate: z.array(xmlText).default([]) })).default([]),
  }),
});

const metadataSchema = z.object({
  EntityDescriptor: z.object({
    '@entityID': z.string(),
    SPSSODescriptor: z.object({
      '@AuthnRequestsSigned': xmlFlag,
      KeyDescriptor: z.array(keySchema).default([]),
      SingleLogoutService: z.array(endpointSchema).default([]),
      AssertionConsumerService: z.array(endpointSchema),
    }),
  }),
});

type Endpoint = z.output<typeof endpointSchema>;
type Key = z.output<typeof keySchema>;

export function readServiceProviderMetadata(xml: string): ServiceProvider {
  const read = metadataSchema.safeParse(readXml(xml));
  if (!read.success) throw new Error(z.prettifyError(read.error));
  const entity = read.data.EntityDescriptor;
  const role = entity.SPSSODescriptor;
  const [first, ...others] = role.AssertionConsumerService.filter((one) => one['@Binding'] === bindings.post);
  if (!first) throw new Error('no AssertionConsumerService takes HTTP-POST');
  return {
    entityId: entity['@entityID'],
    acs: [consumer(first), ...others.map(consumer)],
    logout: logoutEndpoint(role.SingleLogoutService),
    signsRequests: role['@AuthnRequestsSigned'],
    signingCertificates: certificates(role.KeyDescriptor, 'signing'),
    encryptionCertificate: certificates(role.KeyDescriptor, 'encryption')[0],
  };
}

function consumer(endpoint: Endpoint): AssertionConsumer {
  return { url: endpoint['@Location'], index: endpoint['@index'], isDefault: endpoint['@isDefault'] };
}

/** Redirect first: it needs no page between, and a cookie marked Lax travels with it. */
function logoutEndpoint(endpoints: readonly Endpoint[]): LogoutEndpoint | undefined {
  return (['redirect', 'post'] as const)
    .flatMap((binding) =>
      endpoints
        .filter((one) => one['@Binding'] === bindings[binding])
        .map((one) => ({ binding, url: one['@Location'], responseUrl: one['@ResponseLocation'] ?? one['@Location'] })),
    )
    .at(0);
}

/** A key without `use` serves for both (saml-metadata section 2.4.1.1). */
function certificates(keys: readonly Key[], use: 'signing' | 'encryption'): string[] {
  return keys
    .filter((key) => (key['@use'] ?? use) === use)
    .flatMap((key) => key.KeyInfo.X509Data.flatMap((data) => data.X509Certificate))
    .map((certificate) => certificate.replace(/\s/g, ''));
}
