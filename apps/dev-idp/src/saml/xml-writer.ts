/** An element as an object: `@name` is an attribute, `#text` its text, anything else a child; undefined is left out. */
export interface XmlTree {
  readonly [name: string]: string | XmlTree | readonly XmlTree[] | undefined;
}

/**
 * samlify fills templates by replacing `{Tag}` after `{Tag}`, so a person called `{NameID}` would be replaced too. We write
 * the XML ourselves and leave signatures and encryption to samlify.
 */
export function writeXml(tree: XmlTree): string {
  return Object.entries(tree)
    .filter(([name]) => !name.startsWith('@'))
    .map(([name, content]) =>
      name === '#text' && typeof content === 'string' ? escaped(content) : elements(name, content),
    )
    .join('');
}

function elements(name: string, content: XmlTree[string]): string {
  if (content === undefined) return '';
  const children = typeof content === 'string' ? [{ '#text': content }] : [content].flat();
  return children.map((child) => `<${name}${attributes(child)}>${writeXml(child)}</${name}>`).join('');
}

function attributes(tree: XmlTree): string {
  return Object.entries(tree)
    .map(([name, value]) =>
      name.startsWith('@') && typeof value === 'string' ? ` ${name.slice(1)}="${escaped(value)}"` : '',
    )
    .join('');
}

const entities: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;', "'": '&apos;' };

/** Blanks that a parser takes for ends of lines (XML 1.1, 2.11: also U+0085 and U+2028) or makes spaces in attributes. */
const BLANKS = /[\t\n\r\u0085\u2028]/g;

function escaped(text: string): string {
  return text
    .replace(/[<>&"']/g, (character) => entities[character] ?? character)
    .replace(BLANKS, (blank) => `&#${blank.charCodeAt(0)};`);
}
