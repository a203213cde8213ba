export interface Token {
  readonly kind:
    'and' | 'or' | 'not' | 'plus' | 'minus' | 'open' | 'close' | 'all' | 'range' | 'phrase' | 'field' | 'pair' | 'word';
  readonly text: string;
}

/** In the order in which they are tried; what has no name is skipped: spaces, boosts and fuzziness, stray signs. */
const RULES: readonly (readonly [Token['kind'] | undefined, RegExp])[] = [
  [undefined, /\s+/y],
  ['and', /(AND(?!\w)|&&)/y],
  ['or', /(OR(?!\w)|\|\|)/y],
  ['not', /(NOT(?!\w)|!)/y],
  ['plus', /(\+)/y],
  ['minus', /(-)/y],
  ['open', /(\()/y],
  ['close', /(\))/y],
  ['all', /(\*:\*)/y],
  ['range', /[[{]([^\]}]*)[\]}]/y],
  ['phrase', /"((?:[^"\\]|\\.)*)"/y],
  ['field', /([\w.-]+):(?=\S)/y],
  ['pair', /((?:[^\s()"[\]{}:^~\\=]|\\.)+="(?:[^"\\]|\\.)*")/y],
  ['word', /((?:[^\s()"[\]{}:^~\\]|\\.)+)/y],
  [undefined, /[\^~][\d.]*|[^]/y],
];

export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  while (position < text.length) {
    const [kind, length, found] = next(text, position);
    if (kind !== undefined) tokens.push({ kind, text: found });
    position += length;
  }
  return tokens;
}

function next(text: string, position: number): [Token['kind'] | undefined, number, string] {
  for (const [kind, rule] of RULES) {
    rule.lastIndex = position;
    const found = rule.exec(text);
    if (found !== null) return [kind, found[0].length, (found[1] ?? '').replace(/\\(.)/g, '$1')];
  }
  return [undefined, 1, ''];
}
