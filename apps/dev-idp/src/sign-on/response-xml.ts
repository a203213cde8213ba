import { BEARER, namespaces, type StatusCode, statusUri, URI_NAME_FORMAT } from '../saml/vocabulary.ts';
import { writeXml, type XmlTree } from '../saml/xml-writer.ts';
import { type Answer, type Statement } from './answer.ts';
import { type Attribute } from './attributes.ts';
import { nameIdTree } from './name-id.ts';

/** Elements stand in the order of the schemas (saml-core sections 2.3.3 and 3.2.2). */
export function responseXml(answer: Answer): string {
  return writeXml({
    'samlp:Response': {
      '@xmlns:samlp': namespaces.protocol,
      '@xmlns:saml': namespaces.assertion,
      '@ID': answer.id,
      '@Version': '2.0',
      '@IssueInstant': answer.issuedAt.toISOString(),
      '@Destination': answer.destination,
      '@InResponseTo': answer.inResponseTo,
      'saml:Issuer': answer.issuer,
      'samlp:Status': statusTree(answer.status),
      'saml:Assertion': answer.statement && assertionTree(answer, answer.statement),
    },
  });
}

/** The second code stands inside the first (saml-core section 3.2.2.2). */
export function statusTree([code, ...inner]: readonly StatusCode[]): XmlTree {
  return code === undefined ? {} : { 'samlp:StatusCode': { '@Value': statusUri(code), ...statusTree(inner) } };
}

/** The namespace is declared again so that the assertion stands on its own once it is encrypted. */
function assertionTree(answer: Answer, statement: Statement): XmlTree {
  return {
    '@xmlns:saml': namespaces.assertion,
    '@ID': statement.id,
    '@Version': '2.0',
    '@IssueInstant': answer.issuedAt.toISOString(),
    'saml:Issuer': answer.issuer,
    'saml:Subject': subjectTree(answer, statement),
    'saml:Conditions': {
      '@NotBefore': statement.notBefore.toISOString(),
      '@NotOnOrAfter': statement.notOnOrAfter.toISOString(),
      'saml:AudienceRestriction': { 'saml:Audience': statement.audience },
    },
    'saml:AuthnStatement': {
      '@AuthnInstant': statement.authenticatedAt.toISOString(),
      '@SessionIndex': statement.sessionIndex,
      '@SessionNotOnOrAfter': statement.sessionEndsAt.toISOString(),
      'saml:AuthnContext': { 'saml:AuthnContextClassRef': statement.contextClass },
    },
    'saml:AttributeStatement':
      statement.attributes.length > 0 ? { 'saml:Attribute': statement.attributes.map(attributeTree) } : undefined,
  };
}

/** No NotBefore here: saml-profiles section 4.1.4.2 forbids it for bearers. */
function subjectTree(answer: Answer, { nameId, recipient, notOnOrAfter }: Statement): XmlTree {
  return {
    'saml:NameID': nameIdTree(nameId, answer.issuer),
    'saml:SubjectConfirmation': {
      '@Method': BEARER,
      'saml:SubjectConfirmationData': {
        '@InResponseTo': answer.inResponseTo,
        '@NotOnOrAfter': notOnOrAfter.toISOString(),
        '@Recipient': recipient,
      },
    },
  };
}

function attributeTree({ name, friendlyName, values }: Attribute): XmlTree {
  return {
    '@Name': name,
    '@NameFormat': URI_NAME_FORMAT,
    '@FriendlyName': friendlyName,
    'saml:AttributeValue': values.map((value) => ({ '#text': value })),
  };
}
