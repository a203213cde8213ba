import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Analysis, indexField } from './index-fields.ts';
import { type Query } from './query.ts';

/** Whether the public part of a record answers a query; `now` is what NOW means in a range. */
export function matches(query: Query, record: OrcidRecord, now: number): boolean {
  switch (query.kind) {
    case 'all':
      return true;
    case 'term': {
      const { analysis, values } = indexField(query.field);
      return values(record).some((value) => hasTerm(analysis, value, query.text, query.isPhrase));
    }
    case 'range': {
      const [low, high] = [boundary(query.low, -Infinity, now), boundary(query.high, Infinity, now)];
      return indexField(query.field)
        .values(record)
        .some((value) => low <= Date.parse(value) && Date.parse(value) <= high);
    }
    case 'boolean': {
      const { must, mustNot, should } = query;
      const holds = (part: Query) => matches(part, record, now);
      const isChosen = must.length > 0 || should.length === 0 || should.some(holds);
      return isChosen && must.every(holds) && !mustNot.some(holds);
    }
  }
}

function hasTerm(analysis: Analysis, value: string, term: string, isPhrase: boolean): boolean {
  if (analysis === 'exact') return pattern(term).test(value);
  if (analysis === 'date') return value.startsWith(term);
  const fold = analysis === 'folded' ? folded : (text: string) => text;
  const [words, wanted] = [wordsOf(fold(value)), wordsOf(fold(term))];
  if (!isPhrase && /[*?]/.test(term)) return words.some((word) => pattern(fold(term)).test(word));
  return words.some(
    (_word, start) => wanted.length > 0 && wanted.every((word, index) => words[start + index] === word),
  );
}

/** Letters and digits, lowered; what stands between them parts words. */
function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Without diacritics: only the combined name field is searched so. */
function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ø', 'o').replaceAll('ß', 'ss');
}

function pattern(term: string): RegExp {
  const escaped = term.replace(/[.+^${}()|[\]\\]/g, '\\$&');
  return new RegExp(`^${escaped.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'iu');
}

/** `*`, an instant, or NOW with what Solr lets one add and subtract in whole days. */
function boundary(text: string, open: number, now: number): number {
  if (text === '*') return open;
  const [, days] = /^NOW(?:([+-]\d+)DAYS?)?$/.exec(text) ?? [];
  return text.startsWith('NOW') ? now + Number(days ?? 0) * 86_400_000 : Date.parse(text);
}
