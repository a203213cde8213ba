import { BEARER, ENVELOPED_SIGNATURE, EXCLUSIVE_C14N, NS, SUCCESS } from '../checks/vocabulary.ts';

/** The moment at which built answers are made. */
export const NOW = '2026-05-04T10:00:00Z';
export const IN_FIVE_MINUTES = '2026-05-04T10:05:00Z';

export const IDP = 'https://idp.example.edu/metadata';
export const SP = 'https://orcid.example.edu/saml/metadata';
export const ACS = 'https://orcid.example.edu/saml/acs';
export const REQUEST = '_request';

const NAMESPACES = `xmlns:samlp="${NS.protocol}" xmlns:saml="${NS.assertion}"`;
const RSA_SHA256 = 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256';
const SHA256 = `${NS.encryption}sha256`;

type Values = Readonly<Record<string, string | undefined>>;

/** Pieces of an answer; each may be given as it is to stand. */
export interface AnswerParts {
  readonly response?: Values;
  readonly responseIssuer?: string;
  readonly status?: string;
  readonly assertion?: Values;
  readonly issuer?: string;
  readonly nameId?: string;
  readonly confirmation?: string;
  readonly conditions?: string;
  readonly authentication?: string;
  readonly attributes?: Readonly<Record<string, readonly string[]>>;
}

/** The XML of an honest answer, signed in shape alone: no key was used. */
export function anAnswer(parts: AnswerParts = {}): string {
  const { responseIssuer = issuer(), status = aStatus() } = parts;
  const own = attributesOf({ ...common('_response'), Destination: ACS, InResponseTo: REQUEST, ...parts.response });
  return `<samlp:Response ${NAMESPACES}${own}>${responseIssuer}${aSignature('_response')}${status}${anAssertion(parts, aSignature('_assertion'))}</samlp:Response>`;
}

export function anAssertion(parts: AnswerParts = {}, signature = ''): string {
  const { confirmation = aConfirmation(), conditions = someConditions(), authentication = anAuthentication() } = parts;
  const { nameId = '', attributes = { 'urn:oasis:names:tc:SAML:attribute:subject-id': ['u-1@example.edu'] } } = parts;
  const own = attributesOf({ ...common('_assertion'), ...parts.assertion });
  const subject = `<saml:Subject>${nameId}${confirmation}</saml:Subject>`;
  return `<saml:Assertion xmlns:saml="${NS.assertion}"${own}>${parts.issuer ?? issuer()}${signature}${subject}${conditions}${authentication}<saml:AttributeStatement>${Object.entries(attributes).map(attribute).join('')}</saml:AttributeStatement></saml:Assertion>`;
}

export function aStatus(value: string = SUCCESS, inner = ''): string {
  return `<samlp:Status><samlp:StatusCode Value="${value}">${inner}</samlp:StatusCode></samlp:Status>`;
}

export function aConfirmation(changed: Values = {}, method: string = BEARER): string {
  const data = attributesOf({ InResponseTo: REQUEST, Recipient: ACS, NotOnOrAfter: IN_FIVE_MINUTES, ...changed });
  return `<saml:SubjectConfirmation Method="${method}"><saml:SubjectConfirmationData${data}/></saml:SubjectConfirmation>`;
}

export function someConditions(changed: Values = {}, inner = anAudience(SP)): string {
  return `<saml:Conditions${attributesOf({ NotBefore: NOW, NotOnOrAfter: IN_FIVE_MINUTES, ...changed })}>${inner}</saml:Conditions>`;
}

export function anAudience(...names: readonly string[]): string {
  return `<saml:AudienceRestriction>${names.map((name) => `<saml:Audience>${name}</saml:Audience>`).join('')}</saml:AudienceRestriction>`;
}

export function anAuthentication(changed: Values = {}): string {
  return `<saml:AuthnStatement${attributesOf({ AuthnInstant: NOW, SessionIndex: 's-1', ...changed })}/>`;
}

export function aNameId(format: string, value: string, changed: Values = {}): string {
  return `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:${format}"${attributesOf(changed)}>${value}</saml:NameID>`;
}

export function issuer(name = IDP, changed: Values = {}): string {
  return `<saml:Issuer${attributesOf(changed)}>${name}</saml:Issuer>`;
}

/** What a signature over the element of this id looks like. */
export function aSignature(id: string, algorithm = RSA_SHA256, digest = SHA256): string {
  return `<ds:Signature xmlns:ds="${NS.signature}"><ds:SignedInfo><ds:CanonicalizationMethod Algorithm="${EXCLUSIVE_C14N}"/><ds:SignatureMethod Algorithm="${algorithm}"/><ds:Reference URI="#${id}"><ds:Transforms><ds:Transform Algorithm="${ENVELOPED_SIGNATURE}"/><ds:Transform Algorithm="${EXCLUSIVE_C14N}"/></ds:Transforms><ds:DigestMethod Algorithm="${digest}"/><ds:DigestValue>AAAA</ds:DigestValue></ds:Reference></ds:SignedInfo><ds:SignatureValue>AAAA</ds:SignatureValue></ds:Signature>`;
}

export function posted(xml: string): string {
  return Buffer.from(xml).toString('base64');
}

function common(id: string): Values {
  return { ID: id, Version: '2.0', IssueInstant: NOW };
}

function attribute([name, values]: [string, readonly string[]]): string {
  const written = values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`);
  return `<saml:Attribute Name="${name}">${written.join('')}</saml:Attribute>`;
}

function attributesOf(values: Values): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
    .join('');
}
