/** What an answer says, piece by piece; every piece may be made wrong. Pieces that end in `Xml` are elements as they stand. */
export interface Facts {
  readonly responseId: string;
  readonly responseAttributes: Readonly<Record<string, string | undefined>>;
  readonly responseIssuerXml: string;
  readonly statusXml: string;
  readonly assertionId: string;
  readonly assertionAttributes: Readonly<Record<string, string | undefined>>;
  readonly issuerXml: string;
  readonly nameIdXml: string;
  readonly confirmationXml: string;
  readonly conditionsXml: string;
  readonly authenticationXml: string;
  readonly attributesXml: string;
}

/** A sign-in that was begun at the portal, and who is to answer it. */
export interface Asked {
  readonly requestId: string;
  readonly acsUrl: string;
  /** Entity id of the portal. */
  readonly audience: string;
  /** Entity id of the provider. */
  readonly issuer: string;
  readonly now: Date;
}

const MINUTE_MS = 60_000;
export const NAMESPACES =
  'xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const ASSERTION_NAMESPACE = 'xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"';
const SUCCESS = 'urn:oasis:names:tc:SAML:2.0:status:Success';

export const NAME_FORMAT = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri';
export const SUBJECT_ID = 'urn:oasis:names:tc:SAML:attribute:subject-id';

export function honestFacts(asked: Asked): Facts {
  const { requestId, acsUrl, issuer } = asked;
  const common = { Version: '2.0', IssueInstant: asked.now.toISOString() };
  return {
    responseId: freshId(),
    responseAttributes: { ...common, Destination: acsUrl, InResponseTo: requestId },
    responseIssuerXml: `<saml:Issuer>${issuer}</saml:Issuer>`,
    statusXml: status(SUCCESS),
    assertionId: freshId(),
    assertionAttributes: common,
    issuerXml: `<saml:Issuer>${issuer}</saml:Issuer>`,
    nameIdXml: nameId('persistent', 'p-1'),
    confirmationXml: confirmation(asked),
    conditionsXml: conditions(asked),
    authenticationXml: authentication(asked),
    attributesXml: attributes({ [SUBJECT_ID]: ['u-1@example.edu'] }),
  };
}

export function writeAssertion(facts: Facts): string {
  const { nameIdXml, confirmationXml, conditionsXml, authenticationXml, attributesXml } = facts;
  const own = attributesOf({ ID: facts.assertionId, ...facts.assertionAttributes });
  const subject = `<saml:Subject>${nameIdXml}${confirmationXml}</saml:Subject>`;
  return `<saml:Assertion ${ASSERTION_NAMESPACE}${own}>${facts.issuerXml}${subject}${conditionsXml}${authenticationXml}${attributesXml}</saml:Assertion>`;
}

export function writeResponse(facts: Facts, assertion: string): string {
  const own = attributesOf({ ID: facts.responseId, ...facts.responseAttributes });
  return `<samlp:Response ${NAMESPACES}${own}>${facts.responseIssuerXml}${facts.statusXml}${assertion}</samlp:Response>`;
}

export function freshId(): string {
  return `_${crypto.randomUUID()}`;
}

export function minutes(asked: Pick<Asked, 'now'>, count: number): string {
  return new Date(asked.now.getTime() + count * MINUTE_MS).toISOString();
}

export function status(value: string, inner = ''): string {
  return `<samlp:Status><samlp:StatusCode Value="${value}">${inner}</samlp:StatusCode></samlp:Status>`;
}

export function nameId(format: string, value: string, more = ''): string {
  return `<saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:${format}"${more}>${value}</saml:NameID>`;
}

export function confirmation(
  asked: Asked,
  changed: Readonly<Record<string, string | undefined>> = {},
  method = 'urn:oasis:names:tc:SAML:2.0:cm:bearer',
): string {
  const { requestId: InResponseTo, acsUrl: Recipient } = asked;
  const data = attributesOf({ InResponseTo, Recipient, NotOnOrAfter: minutes(asked, 5), ...changed });
  return `<saml:SubjectConfirmation Method="${method}"><saml:SubjectConfirmationData${data}/></saml:SubjectConfirmation>`;
}

export function conditions(
  asked: Asked,
  changed: Readonly<Record<string, string | undefined>> = {},
  inner = audience(asked.audience),
): string {
  const window = attributesOf({ NotBefore: minutes(asked, -1), NotOnOrAfter: minutes(asked, 5), ...changed });
  return `<saml:Conditions${window}>${inner}</saml:Conditions>`;
}

export function audience(...names: readonly string[]): string {
  return `<saml:AudienceRestriction>${names.map((name) => `<saml:Audience>${name}</saml:Audience>`).join('')}</saml:AudienceRestriction>`;
}

export function authentication(asked: Asked, changed: Readonly<Record<string, string | undefined>> = {}): string {
  const own = attributesOf({ AuthnInstant: minutes(asked, -1), SessionIndex: 's-1', ...changed });
  return `<saml:AuthnStatement${own}><saml:AuthnContext><saml:AuthnContextClassRef>urn:oasis:names:tc:SAML:2.0:ac:classes:Password</saml:AuthnContextClassRef></saml:AuthnContext></saml:AuthnStatement>`;
}

export function attributes(values: Readonly<Record<string, readonly string[]>>): string {
  const written = Object.entries(values).map(
    ([name, all]) =>
      `<saml:Attribute Name="${name}" NameFormat="${NAME_FORMAT}">${all.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`,
  );
  return `<saml:AttributeStatement>${written.join('')}</saml:AttributeStatement>`;
}

function attributesOf(values: Readonly<Record<string, string | undefined>>): string {
  return Object.entries(values)
    .map(([name, value]) => (value === undefined ? '' : ` ${name}="${value}"`))
    .join('');
}
