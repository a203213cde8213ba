/** An element of a message as the strict reader gives it: names resolved, attributes of no namespace by name. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  /** Attributes that carry a prefix, namespace declarations left out. */
  readonly prefixedAttributes: readonly PrefixedAttribute[];
  readonly parent: XmlElement | undefined;
  readonly children: readonly XmlElement[];
  /** The text right inside the element, all pieces joined. */
  readonly text: string;
}

export interface PrefixedAttribute {
  readonly namespace: string;
  readonly name: string;
}

/** Child elements of one name. */
export function childElements(parent: XmlElement | undefined, namespace: string, name: string): readonly XmlElement[] {
  return parent?.children.filter((child) => child.namespace === namespace && child.name === name) ?? [];
}

/** The element and all elements in it, in the order of the document. */
export function* allElements(element: XmlElement): Generator<XmlElement> {
  const waiting = [element];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    yield next;
    waiting.push(...next.children.toReversed());
  }
}
