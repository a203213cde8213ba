import { parseQuery, type Query } from './query.ts';

/** A query written out with all its musts, so that a test can be read. */
function shown(query: Query): string {
  switch (query.kind) {
    case 'all':
      return '*';
    case 'term':
      return `${query.field ?? ''}:${query.isPhrase ? JSON.stringify(query.text) : query.text}`;
    case 'range':
      return `${query.field}:${query.low}..${query.high}`;
    case 'boolean': {
      const { must, mustNot, should } = query;
      const parts = [
        ...must.map((part) => `+${shown(part)}`),
        ...mustNot.map((part) => `-${shown(part)}`),
        ...should.map(shown),
      ];
      return `(${parts.join(' ')})`;
    }
  }
}

describe('a query in the syntax of Solr', () => {
  it.each([
    ['carberry', '(:carberry)'],
    ['family-name:carberry', '(family-name:carberry)'],
    ['family-name:"de la Cruz"', '(family-name:"de la Cruz")'],
    ['a b', '(:a :b)'],
    ['a OR b', '(:a :b)'],
    ['a AND b', '(+:a +:b)'],
    ['a && b || c', '(+:a +:b :c)'],
    ['a AND NOT b', '(+:a -:b)'],
    ['+a -b !c', '(+:a -:b -:c)'],
    ['title:(pots OR pans)', '((title:pots title:pans))'],
    ['(a AND b) OR c', '((+:a +:b) :c)'],
    ['*:*', '(*)'],
    ['profile-last-modified-date:[2020-01-01T00:00:00Z TO *]', '(profile-last-modified-date:2020-01-01T00:00:00Z..*)'],
    ['profile-submission-date:[NOW-1DAY TO NOW]', '(profile-submission-date:NOW-1DAY..NOW)'],
    ['doi-self:10.1087\\/20120404', '(doi-self:10.1087/20120404)'],
    ['ror-org-id:"https://ror.org/05dxps055"', '(ror-org-id:"https://ror.org/05dxps055")'],
    ['carb*^2 pot~0.8', '(:carb* :pot)'],
    ['ORANGE', '(:ORANGE)'],
    ['(a', '((:a))'],
    ['"open', '(:open)'],
    ['', '()'],
  ])('%s is read as %s', (text, expected) => {
    expect(shown(parseQuery(text))).toBe(expected);
  });
});
