import { DOMParser } from '@xmldom/xmldom';

export const NAMESPACE = {
  protocol: 'urn:oasis:names:tc:SAML:2.0:protocol',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  ui: 'urn:oasis:names:tc:SAML:metadata:ui',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
} as const;

/**
 * Reads XML with the parser that the SAML library reads it with, so that both see the same; but strictly, and without
 * document types.
 * @returns the root element; undefined when the text is not plain well-formed XML
 */
export function parseXml(text: string): Element | undefined {
  if (/<!DOCTYPE|<!ENTITY/i.test(text)) return undefined;
  const complaints: string[] = [];
  const complain = (complaint: string): void => void complaints.push(complaint);
  const parser = new DOMParser({ errorHandler: { warning: complain, error: complain, fatalError: complain } });
  try {
    const root = parser.parseFromString(text, 'text/xml').documentElement as Element | null;
    return complaints.length === 0 && root !== null ? root : undefined;
  } catch {
    return undefined;
  }
}

/** Child elements of one name. */
export function children(parent: Element | undefined, namespace: keyof typeof NAMESPACE, name: string): Element[] {
  const nodes =
    parent === undefined
      ? []
      : (Array.from({ length: parent.childNodes.length }, (_, at) => parent.childNodes[at]) as Element[]);
  return nodes.filter(
    (node) => node.nodeType === 1 && node.namespaceURI === NAMESPACE[namespace] && node.localName === name,
  );
}

export function attribute(element: Element | undefined, name: string): string | undefined {
  return element?.hasAttribute(name) === true ? (element.getAttribute(name) ?? undefined) : undefined;
}

export function textOf(element: Element | undefined): string | undefined {
  return element?.textContent.trim();
}
