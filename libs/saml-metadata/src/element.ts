import type { SaxesTagNS } from 'saxes';

/** A part of a metadata document that is small enough to hold: one entity, or a signature. */
export interface Element {
  readonly namespace: string;
  readonly name: string;
  /** Those without a prefix by their name, and `xml:lang`. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  /** The text right inside it, all pieces joined. */
  readonly text: string;
}

export const NAMESPACE = {
  metadata: 'urn:oasis:names:tc:SAML:2.0:metadata',
  assertion: 'urn:oasis:names:tc:SAML:2.0:assertion',
  attribute: 'urn:oasis:names:tc:SAML:metadata:attribute',
  ui: 'urn:oasis:names:tc:SAML:metadata:ui',
  scope: 'urn:mace:shibboleth:metadata:1.0',
  signature: 'http://www.w3.org/2000/09/xmldsig#',
  exclusive: 'http://www.w3.org/2001/10/xml-exc-c14n#',
} as const;

type Namespace = keyof typeof NAMESPACE;

export function isNamed({ uri, local }: SaxesTagNS, namespace: Namespace, name: string): boolean {
  return uri === NAMESPACE[namespace] && local === name;
}

/** Elements that are reached by the names of one step after another, each in a namespace. */
export function at(
  elements: Element | readonly Element[],
  ...steps: (readonly [Namespace, string])[]
): readonly Element[] {
  const [step, ...others] = steps;
  const all = Array.isArray(elements) ? (elements as readonly Element[]) : [elements as Element];
  if (step === undefined) return all;
  const [namespace, name] = step;
  const children = all.flatMap((element) => element.children);
  return at(
    children.filter((child) => child.namespace === NAMESPACE[namespace] && child.name === name),
    ...others,
  );
}

export function textOf(element: Element | undefined): string | undefined {
  const text = element?.text.replace(/\s+/g, ' ').trim();
  return text === '' ? undefined : text;
}
