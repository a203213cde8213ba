/** The names that SAML 2.0 fixes (saml-core, saml-bindings, saml-metadata), each under the word we use for it. */
export const namespaces = {
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  scope: 'urn:mace:shibboleth:metadata:1.0',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  userInterface: 'urn:oasis:names:tc:SAML:metadata:ui',
} as const;

export const bindings = {
  redirect: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect',
  post: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST',
} as const;

export const nameIdFormats = {
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
} as const;

export const UNSPECIFIED_NAME_ID = 'urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified';
export const BEARER = 'urn:oasis:names:tc:SAML:2.0:cm:bearer';
export const URI_NAME_FORMAT = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
export const PASSWORD_CONTEXT = 'urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport';
export const USER_LOGOUT = 'urn:oasis:names:tc:SAML:2.0:logout:user';

export type Binding = keyof typeof bindings;
export type NameIdKind = keyof typeof nameIdFormats;
export type StatusCode =
  'Success' | 'Requester' | 'Responder' | 'NoPassive' | 'InvalidNameIDPolicy' | 'RequestDenied' | 'PartialLogout';

export function statusUri(code: StatusCode): string {
  return `urn:oasis:names:tc:SAML:2.0:status:${code}`;
}
