import { demand, type RefusalReason } from '../refused-message.error.ts';
import { childElements, type XmlElement } from '../xml/xml-element.ts';
import { readAssertionXml } from './screen-assertion.ts';
import { countOf } from './screen-message.ts';
import { NS } from './vocabulary.ts';

/** What an assertion says, read from what was signed and from nothing else of the message. */
export interface SignedAssertion {
  readonly id: string;
  readonly version: string | undefined;
  readonly issuedAt: string | undefined;
  readonly issuer: Statement;
  readonly nameId: Statement | undefined;
  readonly confirmations: readonly Confirmation[];
  readonly conditions: Conditions;
  readonly authentications: readonly Attributes[];
  readonly attributes: readonly AttributeStatement[];
  /** Whether a name or an attribute in it is encrypted by itself, which nobody here reads (SAML core 2.2.4, 2.7.3.2). */
  readonly hasEncryptedParts: boolean;
}

export type Attributes = ReadonlyMap<string, string>;

export interface Statement {
  readonly text: string;
  readonly attributes: Attributes;
}

export interface Confirmation {
  readonly method: string | undefined;
  readonly data: Attributes;
}

export interface Conditions {
  readonly attributes: Attributes;
  /** One list for each restriction: we must be in all of them. */
  readonly audiences: readonly (readonly string[])[];
  /** Names of the conditions that we do not understand. */
  readonly unknown: readonly string[];
}

export interface AttributeStatement {
  readonly name: string;
  readonly values: readonly string[];
}

/** OneTimeUse holds for all assertions here; ProxyRestriction is for those who pass assertions on. */
const UNDERSTOOD = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

/**
 * @param xml the assertion as the library verified it
 * @throws RefusedMessageError when it is not what the Web Browser SSO profile asks for (SAML profiles 4.1.4.2)
 */
export function readSignedAssertion(xml: string): SignedAssertion {
  const root = readAssertionXml(xml);
  const subject = one(root, 'Subject', 'subject-confirmation');
  return {
    id: root.attributes.get('ID') ?? '',
    version: root.attributes.get('Version'),
    issuedAt: root.attributes.get('IssueInstant'),
    issuer: one(root, 'Issuer', 'issuer'),
    nameId: atMostOne(subject, 'NameID'),
    confirmations: children(subject, 'SubjectConfirmation').map(readConfirmation),
    conditions: readConditions(one(root, 'Conditions', 'conditions')),
    authentications: children(root, 'AuthnStatement').map(({ attributes }) => attributes),
    attributes: children(root, 'AttributeStatement')
      .flatMap((statement) => children(statement, 'Attribute'))
      .map(readAttribute),
    hasEncryptedParts: countOf(root, 'EncryptedID', 'EncryptedAttribute') > 0,
  };
}

function readConfirmation(element: XmlElement): Confirmation {
  const data = atMostOne(element, 'SubjectConfirmationData');
  return { method: element.attributes.get('Method'), data: data?.attributes ?? new Map() };
}

function readConditions(element: XmlElement): Conditions {
  return {
    attributes: element.attributes,
    audiences: children(element, 'AudienceRestriction').map((restriction) =>
      children(restriction, 'Audience').map(({ text }) => text.trim()),
    ),
    unknown: element.children.map(({ name }) => name).filter((name) => !UNDERSTOOD.includes(name)),
  };
}

/** A value with elements in it, such as a NameID, is not a text and is left out. */
function readAttribute(element: XmlElement): AttributeStatement {
  const values = children(element, 'AttributeValue').filter((value) => value.children.length === 0);
  return {
    name: element.attributes.get('Name') ?? '',
    values: values.map(({ text }) => text.trim()).filter((text) => text !== ''),
  };
}

function one(parent: XmlElement, name: string, reason: RefusalReason): XmlElement {
  const found = atMostOne(parent, name);
  demand(found !== undefined, reason);
  return found;
}

function atMostOne(parent: XmlElement, name: string): XmlElement | undefined {
  const [first, ...others] = children(parent, name);
  demand(others.length === 0, 'ambiguous-name');
  return first;
}

function children(parent: XmlElement, name: string): readonly XmlElement[] {
  return childElements(parent, NS.assertion, name);
}
