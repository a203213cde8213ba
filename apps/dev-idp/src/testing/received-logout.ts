import { createVerify, X509Certificate } from 'node:crypto';
import { inflateRawSync } from 'node:zlib';
import { XMLParser } from 'fast-xml-parser';
import { z } from 'zod';
import { type Page } from './browser.ts';
import { elementsSignedBy } from './signatures.ts';

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '',
  textNodeName: 'text',
  alwaysCreateTextNode: true,
  removeNSPrefix: true,
  parseTagValue: false,
});
const text = z.object({ text: z.string() }).transform((element) => element.text);
const status = z.object({ Value: z.string(), StatusCode: z.object({ Value: z.string() }).optional() });
const head = { ID: z.string(), Destination: z.string(), Issuer: text };

const logoutSchema = z.object({
  LogoutRequest: z.object({ ...head, NameID: z.looseObject({ text: z.string() }), SessionIndex: text }).optional(),
  LogoutResponse: z
    .object({ ...head, InResponseTo: z.string(), Status: z.object({ StatusCode: status }) })
    .transform(({ Status: { StatusCode: code }, ...others }) => ({
      ...others,
      status: [code.Value, code.StatusCode?.Value ?? []].flat().map((uri) => uri.split(':').at(-1)),
    }))
    .optional(),
});

export interface ReceivedLogout extends z.output<typeof logoutSchema> {
  readonly deliveredTo: string;
  readonly relayState: string | undefined;
}

/** Reads what a page sends the browser on with, by either binding, and refuses it unless this certificate signed it. */
export function receivedLogout(page: Page, certificate: string): ReceivedLogout {
  const target = page.headers.get('location');
  return target === null ? inForm(page.form, certificate) : inQuery(new URL(target), certificate);
}

function inForm({ action, fields }: Page['form'], certificate: string): ReceivedLogout {
  const message = fields['SAMLRequest'] ?? fields['SAMLResponse'] ?? '';
  const xml = Buffer.from(message, 'base64').toString('utf8');
  if (elementsSignedBy(certificate, xml).length !== 1) throw new Error(`Not signed: ${xml}`);
  return { ...logoutSchema.parse(parser.parse(xml)), deliveredTo: action, relayState: fields['RelayState'] };
}

function inQuery(url: URL, certificate: string): ReceivedLogout {
  const { publicKey } = new X509Certificate(Buffer.from(certificate, 'base64'));
  const [octets = '', signature = ''] = url.search.slice(1).split('&Signature=');
  const isSigned = createVerify('sha256').update(octets).verify(publicKey, decodeURIComponent(signature), 'base64');
  if (!isSigned) throw new Error(`Not signed: ${url.href}`);
  const message = url.searchParams.get('SAMLRequest') ?? url.searchParams.get('SAMLResponse') ?? '';
  const xml = inflateRawSync(Buffer.from(message, 'base64')).toString('utf8');
  return {
    ...logoutSchema.parse(parser.parse(xml)),
    deliveredTo: url.origin + url.pathname,
    relayState: url.searchParams.get('RelayState') ?? undefined,
  };
}
