import { type Token, tokenize } from './query-tokens.ts';

/** A query in the part of Solr's syntax that people use: fields, phrases, wildcards, ranges, AND OR NOT + - ( ). */
export type Query =
  | { readonly kind: 'all' }
  | { readonly kind: 'term'; readonly field: string | undefined; readonly text: string; readonly isPhrase: boolean }
  | { readonly kind: 'range'; readonly field: string; readonly low: string; readonly high: string }
  | { readonly kind: 'boolean'; readonly must: Query[]; readonly mustNot: Query[]; readonly should: Query[] };

export function parseQuery(text: string): Query {
  return new QueryParser(tokenize(text)).list(undefined);
}

type Occurrence = 'must' | 'mustNot' | 'should';

/** As Lucene's classic parser: words side by side are alternatives, AND makes both its sides a must. */
class QueryParser {
  #position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  list(field: string | undefined): Query {
    const clauses: { occurrence: Occurrence; query: Query }[] = [];
    let isJoined = false;
    for (let token = this.#next(); token !== undefined && token.kind !== 'close'; token = this.#next()) {
      if (token.kind === 'or') continue;
      const last = clauses.at(-1);
      if (token.kind === 'and') {
        isJoined = true;
        if (last?.occurrence === 'should') last.occurrence = 'must';
        continue;
      }
      const sign = this.#sign(token);
      const query = this.#clause(sign === undefined ? token : this.#next(), field);
      clauses.push({ occurrence: sign ?? (isJoined ? 'must' : 'should'), query });
      isJoined = false;
    }
    return combined(clauses);
  }

  #sign({ kind }: Token): Occurrence | undefined {
    if (kind === 'plus') return 'must';
    return kind === 'minus' || kind === 'not' ? 'mustNot' : undefined;
  }

  #clause(token: Token | undefined, field: string | undefined): Query {
    switch (token?.kind) {
      case 'field':
        return this.#clause(this.#next(), token.text);
      case 'open':
        return this.list(field);
      case 'range':
        return range(field, token.text);
      case 'pair':
        // `TYPE="VALUE"` (S: tutorial/search.md since 2026-02-24) is the value that is indexed, with its quotes left out.
        return { kind: 'term', field, text: token.text.replaceAll('"', ''), isPhrase: true };
      case 'phrase':
      case 'word':
        return { kind: 'term', field, text: token.text, isPhrase: token.kind === 'phrase' };
      default:
        return { kind: 'all' };
    }
  }

  #next(): Token | undefined {
    const token = this.tokens[this.#position];
    this.#position += 1;
    return token;
  }
}

function combined(clauses: readonly { occurrence: Occurrence; query: Query }[]): Query {
  const those = (wanted: Occurrence) => clauses.filter((c) => c.occurrence === wanted).map(({ query }) => query);
  return { kind: 'boolean', must: those('must'), mustNot: those('mustNot'), should: those('should') };
}

function range(field: string | undefined, text: string): Query {
  const [low = '*', high = '*'] = text.trim().split(/\s+TO\s+/);
  return { kind: 'range', field: field ?? '', low, high };
}
