import { z } from 'zod';
import { switchNames } from './sign-on/switch-name.ts';

/** XML 1.0 section 2.2: control characters and half surrogates cannot be written down at all, so they are refused here. */
const text = z.string().regex(/^[^\p{Cc}\p{Cs}\uFFFE\uFFFF]+$/u);
const word = text.regex(/^\S+$/u);
const webAddress = z.url({ protocol: /^https?$/ });
const certificate = text
  .or(z.string().startsWith('-----BEGIN CERTIFICATE-----'))
  .transform((pem) => pem.replace(/-----[A-Z ]+-----|\s/g, ''))
  .describe('An X.509 certificate, PEM or its bare base64 body');

const oneOrMore = z.union([z.enum(switchNames), z.array(z.enum(switchNames))]);
export const switchesSchema = oneOrMore
  .transform((names) => [names].flat())
  .describe('One switch, or several to be applied together');

const personSchema = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .describe('The name of the situation this person stands for, e.g. "no-mail"'),
  situation: text.optional().describe('The same in plain words, shown on the sign-in page'),
  username: word.describe('The local part of eduPersonPrincipalName; one that holds an @ is sent as it is'),
  givenName: text,
  surname: text,
  displayName: text,
  mail: word.optional(),
  staffId: word.optional().describe('employeeNumber, a string: leading zeros stay'),
  affiliations: z.array(word).default([]).describe('"staff" becomes staff@scope; one that holds an @ is sent as it is'),
  entitlements: z.array(word).default([]),
  subjectId: word.optional().describe('Like username: the scope is added unless there is one'),
  pairwiseId: word.optional().describe('Like username: the scope is added unless there is one'),
  orcid: word.optional().describe('eduPersonOrcid, sent as it is'),
  switch: switchesSchema.default([]),
});

const givenServiceProviderSchema = z.strictObject({
  entityId: word,
  acsUrls: z.tuple([webAddress], webAddress),
  sloUrl: webAddress.optional().describe('Takes logout messages by HTTP-Redirect'),
  signingCertificate: certificate.optional().describe('When given, a signed request is checked against it'),
  encryptionCertificate: certificate.optional(),
});

const fetchedServiceProviderSchema = z.strictObject({
  entityId: word,
  metadataUrl: webAddress.describe('Read again at each sign-in; the last good copy serves while it cannot be reached'),
});

const signingSchema = z
  .strictObject({
    response: z.boolean().default(true),
    assertion: z.boolean().default(true),
    metadata: z.boolean().default(false),
  })
  .refine(({ response, assertion }) => response || assertion, 'To send unsigned answers, name the switch "unsigned"');

export const settingsSchema = z.strictObject({
  $schema: z.string().optional(),
  displayName: text.default('Example University').describe('The name of the institution, on pages and in the metadata'),
  publicUrl: webAddress
    .regex(/^https?:\/\/[^/?#]+\/?$/)
    .optional()
    .describe('Where browsers find this provider, without a path; http://localhost:PORT unless given'),
  entityId: word.optional().describe('The address of /metadata unless given'),
  scope: word.describe('The domain of the institution, e.g. example.edu'),
  serviceProviders: z
    .array(z.union([givenServiceProviderSchema, fetchedServiceProviderSchema]))
    .refine((all) => areDistinct(all.map((one) => one.entityId)), 'Two service providers share an entityId'),
  people: z
    .array(personSchema)
    .min(1)
    .refine((all) => areDistinct(all.map((one) => one.key)), 'Two people share a key')
    .refine((all) => areDistinct(all.map((one) => one.username)), 'Two people share a username'),
  signing: signingSchema.prefault({}),
  nameIdFormat: z.enum(['persistent', 'transient', 'emailAddress']).default('persistent'),
});

export type Settings = z.output<typeof settingsSchema>;
export type Person = z.output<typeof personSchema>;
export type ServiceProviderEntry = Settings['serviceProviders'][number];
export type GivenServiceProvider = z.output<typeof givenServiceProviderSchema>;
export type FetchedServiceProvider = z.output<typeof fetchedServiceProviderSchema>;

/** What an editor needs to check a settings file while it is written; published as `settings.schema.json`. */
export function settingsJsonSchema(): object {
  return z.toJSONSchema(settingsSchema, { io: 'input' });
}

function areDistinct(values: readonly string[]): boolean {
  return new Set(values).size === values.length;
}
