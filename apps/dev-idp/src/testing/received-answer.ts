import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'text',
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  htmlEntities: true,
  trimValues: false,
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => name === 'Attribute' || name === 'AttributeValue',
});

const text = z.object({ text: z.string() }).transform((element) => element.text);
const instant = z.iso.datetime().transform((value) => new Date(value));

const assertionSchema = z.object({
  ID: z.string(),
  Version: z.literal('2.0'),
  IssueInstant: instant,
  Issuer: text,
  Subject: z.object({
    NameID: z.object({
      Format: z.string(),
      NameQualifier: z.string().optional(),
      SPNameQualifier: z.string().optional(),
      text: z.string(),
    }),
    SubjectConfirmation: z.object({
      Method: z.literal('urn:oasis:names:tc:SAML:2.0:cm:bearer'),
      SubjectConfirmationData: z.strictObject({
        text: z.literal(''),
        InResponseTo: z.string(),
        NotOnOrAfter: instant,
        Recipient: z.string(),
      }),
    }),
  }),
  Conditions: z.object({
    NotBefore: instant,
    NotOnOrAfter: instant,
    AudienceRestriction: z.object({ Audience: text }),
  }),
  AuthnStatement: z.object({
    AuthnInstant: instant,
    SessionIndex: z.string(),
    SessionNotOnOrAfter: instant,
    AuthnContext: z.object({ AuthnContextClassRef: text }),
  }),
  AttributeStatement: z
    .object({
      Attribute: z.array(
        z.object({
          Name: z.string(),
          FriendlyName: z.string(),
          NameFormat: z.literal('urn:oasis:names:tc:SAML:2.0:attrname-format:uri'),
          AttributeValue: z.array(text),
        }),
      ),
    })
    .optional(),
});

const responseSchema = z.object({
  Response: z.object({
    ID: z.string(),
    Version: z.literal('2.0'),
    IssueInstant: instant,
    Destination: z.string(),
    InResponseTo: z.string(),
    Issuer: text,
    Status: z.object({
      StatusCode: z.object({ Value: z.string(), StatusCode: z.object({ Value: z.string() }).optional() }),
    }),
    Assertion: assertionSchema.optional(),
    EncryptedAssertion: z.object({}).optional(),
  }),
});

export type ReceivedAssertion = z.output<typeof assertionSchema>;
export type ReceivedResponse = z.output<typeof responseSchema>['Response'];

export function readResponse(xml: string): ReceivedResponse {
  return responseSchema.parse(parser.parse(xml)).Response;
}

export function readAssertion(xml: string): ReceivedAssertion {
  return z.object({ Assertion: assertionSchema }).parse(parser.parse(xml)).Assertion;
}

export function statusCodes({ Status: { StatusCode: code } }: ReceivedResponse): string[] {
  return [code.Value, code.StatusCode?.Value ?? []].flat().map((uri) => uri.split(':').at(-1) ?? '');
}

/** Attribute values by FriendlyName. */
export function attributeValues(assertion: ReceivedAssertion): Record<string, string[]> {
  const attributes = assertion.AttributeStatement?.Attribute ?? [];
  return Object.fromEntries(attributes.map((attribute) => [attribute.FriendlyName, attribute.AttributeValue]));
}
