import { type OrcidRecord } from '../registry/orcid-record.ts';
import { matches } from './matches.ts';
import { type Query } from './query.ts';

interface QueryField {
  readonly name: string;
  readonly boost: number;
}
type Term = Extract<Query, { kind: 'term' }>;

/**
 * The fields in which DisMax looks for words without a field, with their weights: `given-names^1.0 family-name^2.0`
 * (S: tutorial/search.md, examples 6 and 7). Other query parsers ignore them.
 */
export class QueryFields {
  private constructor(private readonly fields: readonly QueryField[]) {}

  static of(parameters: URLSearchParams): QueryFields | undefined {
    const names = (parameters.get('qf') ?? '').split(/[\s,]+/).filter((name) => name !== '');
    const isDisMax = /^e?dismax$/.test(parameters.get('defType') ?? '');
    return isDisMax && names.length > 0 ? new QueryFields(names.map(fieldOf)) : undefined;
  }

  /** The query with each of its bare words in all of these fields. */
  applyTo(query: Query): Query {
    if (query.kind === 'term') return query.field === undefined ? this.#anywhere(query) : query;
    if (query.kind !== 'boolean') return query;
    const apply = (parts: readonly Query[]) => parts.map((part) => this.applyTo(part));
    return { kind: 'boolean', must: apply(query.must), mustNot: apply(query.mustNot), should: apply(query.should) };
  }

  /** How well a record answers: of each bare word the weight of the best field that has it. */
  score(query: Query, record: OrcidRecord, now: number): number {
    if (query.kind === 'term') return query.field === undefined ? this.#best(query, record, now) : 0;
    if (query.kind !== 'boolean') return 0;
    return [...query.must, ...query.should].reduce((sum, part) => sum + this.score(part, record, now), 0);
  }

  #anywhere(term: Term): Query {
    return {
      kind: 'boolean',
      must: [],
      mustNot: [],
      should: this.fields.map(({ name }) => ({ ...term, field: name })),
    };
  }

  #best(term: Term, record: OrcidRecord, now: number): number {
    const fitting = this.fields.filter(({ name }) => matches({ ...term, field: name }, record, now));
    return Math.max(0, ...fitting.map(({ boost }) => boost));
  }
}

function fieldOf(text: string): QueryField {
  const [name = '', boost] = text.split('^');
  return { name, boost: boost === undefined || Number.isNaN(Number(boost)) ? 1 : Number(boost) };
}
