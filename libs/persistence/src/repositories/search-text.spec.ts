import { foldText, wordsOf } from './search-text.ts';

describe('a search', () => {
  it.each([
    ['Universität Zürich', 'universitat zurich'],
    ['Université de Genève', 'universite de geneve'],
    ['Københavns Universitet', 'kobenhavns universitet'],
    ['Háskóli Íslands: Þjóðarbókhlaða', 'haskoli islands: thjodarbokhlada'],
    ['Uniwersytet Łódzki', 'uniwersytet lodzki'],
    ['Straße', 'strasse'],
    ['ﬁne ① ＡＢＣ', 'fine 1 abc'],
    ['東京大学', '東京大学'],
  ])('finds %s also as %s', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('looks for every word of it, however they are separated', () => {
    expect(wordsOf('  Genève,  université ')).toEqual(['geneve', 'universite']);
    expect(wordsOf('uni-bremen.de')).toEqual(['uni-bremen.de']);
    expect(wordsOf(' , ')).toEqual([]);
  });
});
