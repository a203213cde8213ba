import { SchemaViolation } from './schema-violation.ts';

/** Comment, CDATA, instruction; tag with its attributes; text; or a `<` that begins none of them. */
const TOKEN =
  /<!--[^]*?-->|<!\[CDATA\[[^]*?\]\]>|<\?[^]*?\?>|<(\/?)([^\s/<>!?]+)(?:\s+[^\s=<>"']+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*\s*(\/?)>|([^<]+)|(<)/g;
const BARE_AMPERSAND = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i;

/**
 * The parser behind this takes almost anything; ORCID's does not (400/9001), so nesting and references are checked first.
 * @throws SchemaViolation of kind `syntax`
 */
export function requireWellFormed(source: string): void {
  const open: string[] = [];
  let roots = 0;
  for (const [token, closing, name, selfClosing, text, stray] of source.matchAll(TOKEN)) {
    if (stray !== undefined) throw malformed('a tag is not closed');
    if (BARE_AMPERSAND.test(token) && !token.startsWith('<![CDATA[') && !token.startsWith('<!--')) {
      throw malformed('an ampersand is not escaped');
    }
    if (text !== undefined && open.length === 0 && text.trim() !== '')
      throw malformed('there is text outside the root');
    if (name === undefined) continue;
    if (closing === '/') {
      if (open.pop() !== name) throw malformed(`</${name}> closes another element`);
      continue;
    }
    if (open.length === 0) roots += 1;
    if (selfClosing !== '/') open.push(name);
  }
  if (open.length > 0 || roots !== 1) throw malformed('there must be one root element, and it must be closed');
}

function malformed(message: string): SchemaViolation {
  return new SchemaViolation(message, 'syntax');
}
