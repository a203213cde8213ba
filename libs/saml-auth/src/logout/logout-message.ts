import type { Request } from 'express';
import { decodePosted, decodeRedirected } from '../checks/decode-message.ts';
import { demand } from '../refused-message.error.ts';

export type LogoutField = 'SAMLRequest' | 'SAMLResponse';

/** A logout message as a binding delivered it, not yet trusted. */
export interface LogoutMessage {
  readonly field: LogoutField;
  readonly xml: string;
  /** As it came, for the library. */
  readonly encoded: string;
  readonly relayState: string | undefined;
  /** What a redirect signs; a posted message is signed inside. */
  readonly querySignature: QuerySignature | undefined;
}

/** SAML bindings 3.4.4.1: the octets of the query itself are signed. */
export interface QuerySignature {
  readonly octets: string;
  readonly algorithm: string;
  readonly value: Buffer;
}

const IN_QUERY = ['SAMLRequest', 'SAMLResponse', 'RelayState', 'SigAlg', 'Signature'];
const IN_FORM = ['SAMLRequest', 'SAMLResponse', 'RelayState'];

/** @throws RefusedMessageError unless there is exactly one message, and with a redirect, one signature */
export function logoutMessageOf(request: Request): LogoutMessage {
  return request.method === 'GET' ? fromQuery(request) : fromForm(request);
}

/**
 * Every parameter once, and by its very name: what is verified is what is read. The library finds the signed ones by a
 * pattern and the message by another way (its pitfall 12).
 */
function fromQuery({ originalUrl }: Request): LogoutMessage {
  const raw = new Map<string, string>();
  for (const pair of originalUrl.replace(/^[^?]*\??/, '').split('&')) {
    const [name = '', value = ''] = pair.split(/=(.*)/s);
    demand(IN_QUERY.includes(name) && !raw.has(name), 'not-one-message');
    raw.set(name, value);
  }
  const field = theField([...raw.keys()]);
  const signed = [field, 'RelayState', 'SigAlg'].filter((name) => raw.has(name));
  demand(raw.has('SigAlg') && raw.has('Signature'), 'not-signed-enough');
  const encoded = decoded(raw.get(field));
  return {
    field,
    encoded,
    xml: decodeRedirected(encoded),
    relayState: raw.has('RelayState') ? decoded(raw.get('RelayState')) : undefined,
    querySignature: {
      octets: signed.map((name) => `${name}=${raw.get(name) ?? ''}`).join('&'),
      algorithm: decoded(raw.get('SigAlg')),
      value: Buffer.from(decoded(raw.get('Signature')), 'base64'),
    },
  };
}

function fromForm({ body, query }: Request): LogoutMessage {
  const form = (body ?? {}) as Readonly<Record<string, unknown>>;
  const names = Object.keys(form);
  demand(names.every((name) => IN_FORM.includes(name)) && Object.keys(query).length === 0, 'not-one-message');
  const field = theField(names);
  const xml = decodePosted(form[field]);
  const relayState = typeof form['RelayState'] === 'string' ? form['RelayState'] : undefined;
  return { field, xml, encoded: String(form[field]), relayState, querySignature: undefined };
}

function theField(names: readonly string[]): LogoutField {
  const [field, ...others] = (['SAMLRequest', 'SAMLResponse'] as const).filter((name) => names.includes(name));
  demand(field !== undefined && others.length === 0, 'not-one-message');
  return field;
}

function decoded(raw = ''): string {
  try {
    return decodeURIComponent(raw.replaceAll('+', ' '));
  } catch {
    return '';
  }
}
