import { inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import { MessageRefusedError } from './message-refused.error.ts';
import { type Binding } from './vocabulary.ts';

/** A SAML message as a binding delivered it, not yet understood and not yet trusted. */
export interface IncomingMessage {
  readonly kind: 'SAMLRequest' | 'SAMLResponse';
  readonly binding: Binding;
  readonly xml: string;
  readonly relayState: string | undefined;
  readonly querySignature: QuerySignature | undefined;
}

/** The redirect binding signs the query string itself (saml-bindings section 3.4.4.1). */
export interface QuerySignature {
  readonly octets: string;
  readonly algorithm: string;
  readonly value: Buffer;
}

/** A few kilobytes are usual; more is a bomb. */
const LARGEST_MESSAGE = 256 * 1024;

const formSchema = z.object({
  SAMLRequest: z.string().optional(),
  SAMLResponse: z.string().optional(),
  RelayState: z.string().optional(),
});

export function messageInForm(body: unknown): IncomingMessage {
  const form = formSchema.safeParse(body);
  if (!form.success) throw new MessageRefusedError('The form carries no SAML message.');
  const { kind, value } = theOneMessage(form.data.SAMLRequest, form.data.SAMLResponse);
  const xml = Buffer.from(value, 'base64').toString('utf8');
  if (!xml.startsWith('<')) throw new MessageRefusedError('In a form, a message is base64 of XML and is not deflated.');
  return { kind, binding: 'post', xml, relayState: form.data.RelayState, querySignature: undefined };
}

export function messageInQuery(rawQuery: string): IncomingMessage {
  const raw = parameters(rawQuery);
  const { kind, value } = theOneMessage(decoded(raw, 'SAMLRequest'), decoded(raw, 'SAMLResponse'));
  return {
    kind,
    binding: 'redirect',
    xml: inflated(value),
    relayState: decoded(raw, 'RelayState'),
    querySignature: signatureOf(kind, raw),
  };
}

function theOneMessage(
  request: string | undefined,
  response: string | undefined,
): { kind: IncomingMessage['kind']; value: string } {
  if (request !== undefined && response === undefined) return { kind: 'SAMLRequest', value: request };
  if (response !== undefined && request === undefined) return { kind: 'SAMLResponse', value: response };
  throw new MessageRefusedError('There must be one SAMLRequest or one SAMLResponse.');
}

/** Values stay as the sender encoded them, since those very characters are signed. A name given twice is ambiguous. */
function parameters(rawQuery: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const pair of rawQuery.split('&')) {
    const [name = '', ...value] = pair.split('=');
    if (found.has(name)) throw new MessageRefusedError(`The parameter ${name} is given twice.`);
    found.set(name, value.join('='));
  }
  return found;
}

function decoded(raw: ReadonlyMap<string, string>, name: string): string | undefined {
  const value = raw.get(name);
  return value === undefined ? undefined : (new URLSearchParams(`v=${value}`).get('v') ?? undefined);
}

function signatureOf(kind: string, raw: ReadonlyMap<string, string>): QuerySignature | undefined {
  const value = decoded(raw, 'Signature');
  const algorithm = decoded(raw, 'SigAlg');
  if (value === undefined || algorithm === undefined) return undefined;
  const signed = [kind, 'RelayState', 'SigAlg'].filter((name) => raw.has(name));
  const octets = signed.map((name) => `${name}=${raw.get(name) ?? ''}`).join('&');
  return { octets, algorithm, value: Buffer.from(value, 'base64') };
}

function inflated(base64: string): string {
  try {
    return inflateRawSync(Buffer.from(base64, 'base64'), { maxOutputLength: LARGEST_MESSAGE }).toString('utf8');
  } catch (cause) {
    throw new MessageRefusedError(`The message is not deflated base64 of a reasonable size (${String(cause)}).`);
  }
}
