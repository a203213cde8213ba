import { deflateRawSync } from 'node:zlib';
import { type Credential } from '../keys/credential.ts';
import { type LogoutEndpoint } from '../service-providers/service-provider.ts';
import { signedQuery, signedXml } from './signing.ts';

/** How a message leaves: in the address the browser is sent to, or in a form it posts. */
export type OutgoingMessage = { readonly kind: 'redirect'; readonly url: string } | PostForm;

export interface PostForm {
  readonly kind: 'form';
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface SamlMessage {
  readonly name: 'SAMLRequest' | 'SAMLResponse';
  readonly xml: string;
  readonly relayState: string | undefined;
}

export function sent(to: LogoutEndpoint, url: string, message: SamlMessage, credential: Credential): OutgoingMessage {
  return to.binding === 'redirect' ? redirected(url, message, credential) : posted(url, message, credential);
}

export function formTo(action: string, name: SamlMessage['name'], message: string, relayState?: string): PostForm {
  return { kind: 'form', action, fields: { [name]: message, ...(relayState && { RelayState: relayState }) } };
}

/** The signature is in the query, never in the XML (saml-bindings section 3.4.4.1). */
function redirected(url: string, { name, xml, relayState }: SamlMessage, credential: Credential): OutgoingMessage {
  const message = `${name}=${encodeURIComponent(deflateRawSync(Buffer.from(xml, 'utf8')).toString('base64'))}`;
  const query = relayState ? `${message}&RelayState=${encodeURIComponent(relayState)}` : message;
  return { kind: 'redirect', url: `${url}${url.includes('?') ? '&' : '?'}${signedQuery(query, credential)}` };
}

function posted(url: string, { name, xml, relayState }: SamlMessage, credential: Credential): OutgoingMessage {
  const signed = Buffer.from(signedXml(xml, 'message', credential), 'utf8').toString('base64');
  return formTo(url, name, signed, relayState);
}
