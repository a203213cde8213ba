type Attributes = Readonly<Record<string, string | boolean | undefined>>;

/** An element as text. What is not said is left out; texts are escaped, elements are passed as they are. */
export function element(name: string, attributes: Attributes, ...content: readonly XmlText[]): XmlText {
  const pairs = Object.entries(attributes).filter(([, value]) => value !== undefined);
  const written = pairs.map(([key, value]) => ` ${key}="${escape(String(value))}"`).join('');
  const inner = content.map(({ xml }) => xml).join('');
  return { xml: inner === '' ? `<${name}${written}/>` : `<${name}${written}>${inner}</${name}>` };
}

export function text(value: string): XmlText {
  return { xml: escape(value) };
}

/** XML that is written already, so that nobody takes a text for it. */
export interface XmlText {
  readonly xml: string;
}

function escape(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
