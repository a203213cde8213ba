import { z } from 'zod';
import { MessageRefusedError } from '../saml/message-refused.error.ts';
import { bindings } from '../saml/vocabulary.ts';
import { readXml } from '../saml/xml-reader.ts';
import { xmlFlag, xmlText } from '../saml/xml-schema.ts';
import { type AssertionConsumer, defaultAcs, type ServiceProvider } from '../service-providers/service-provider.ts';

const authnRequestSchema = z.object({
  AuthnRequest: z
    .object({
      '@ID': z.string().min(1),
      '@Version': z.literal('2.0'),
      '@Destination': z.string().optional(),
      '@AssertionConsumerServiceURL': z.string().optional(),
      '@AssertionConsumerServiceIndex': z.string().optional(),
      '@ProtocolBinding': z.literal(bindings.post).optional(),
      '@ForceAuthn': xmlFlag,
      '@IsPassive': xmlFlag,
      Issuer: xmlText,
      NameIDPolicy: z.object({ '@Format': z.string().optional() }).optional(),
      RequestedAuthnContext: z.object({ AuthnContextClassRef: z.array(xmlText).default([]) }).optional(),
    })
    .transform((element) => ({
      id: element['@ID'],
      issuer: element.Issuer,
      destination: element['@Destination'],
      acsUrl: element['@AssertionConsumerServiceURL'],
      acsIndex: element['@AssertionConsumerServiceIndex'],
      forceAuthn: element['@ForceAuthn'],
      isPassive: element['@IsPassive'],
      nameIdFormat: element.NameIDPolicy?.['@Format'],
      contextClass: element.RequestedAuthnContext?.AuthnContextClassRef[0],
    })),
});

export type AuthnRequest = z.output<typeof authnRequestSchema>['AuthnRequest'];

export function readAuthnRequest(xml: string): AuthnRequest {
  const read = authnRequestSchema.safeParse(readXml(xml));
  if (!read.success) throw new MessageRefusedError(`Not an AuthnRequest: ${z.prettifyError(read.error)}`);
  return read.data.AuthnRequest;
}

/** Only an address the service provider has registered ever gets an assertion (saml-profiles section 4.1.4.1). */
export function requestedAcs(request: AuthnRequest, serviceProvider: ServiceProvider): AssertionConsumer {
  const { acsUrl, acsIndex } = request;
  if (acsUrl === undefined && acsIndex === undefined) return defaultAcs(serviceProvider);
  const found = serviceProvider.acs.find(({ url, index }) => (acsUrl ? url === acsUrl : index === acsIndex));
  if (!found) {
    throw new MessageRefusedError(
      `${acsUrl ?? `Index ${acsIndex ?? ''}`} is not an ACS of ${serviceProvider.entityId}.`,
    );
  }
  return found;
}
