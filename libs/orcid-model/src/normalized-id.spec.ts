import { normalizedId } from './normalized-id.ts';

describe('an identifier', () => {
  it.each([
    ['doi', '10.5555/AbC', 'https://doi.org/10.5555/abc'],
    ['doi', '10.5555/abc', 'doi:10.5555/ABC '],
    ['doi', '10.5555/a<b', 'https://doi.org/10.5555/a&amp;lt;b'],
    ['isbn', '978-0-306-40615-7', '9780306406157'],
    ['isbn', '0 306 40615 x', '030640615X'],
    ['issn', '0264-3561', 'https://portal.issn.org/resource/ISSN/02643561'],
    ['pmc', '12345', 'https://europepmc.org/articles/PMC12345'],
    ['pmid', '23456', 'https://pubmed.ncbi.nlm.nih.gov/pubmed/23456'],
    ['arxiv', 'arXiv:2101.00001', 'https://arxiv.org/abs/2101.00001'],
    ['arxiv', 'arXiv:2101.00001v2', '2101.00001v2'],
    ['rrid', 'RRID:SCR_003070', 'SCR_003070'],
    ['uri', 'example.org/1', 'http://example.org/1'],
    ['source-work-id', 'W-1', ' w-1'],
    ['grant_number', 'EX-2021', 'ex-2021'],
  ])('of the type %s is one in both of its spellings (%s, %s)', (type, a, b) => {
    expect(normalizedId({ type, value: a })).toBe(normalizedId({ type, value: b }));
  });

  it.each([
    ['doi', '10.5555/1', '10.5555/12'],
    ['arxiv', '2101.00001', '2101.00001v2'],
    ['uri', 'http://example.org', 'https://example.org'],
    ['uri', 'http://example.org/A', 'http://example.org/a'],
    ['ark', 'ark:/1/A', 'ark:/1/a'],
    ['rrid', 'SCR_003070', 'scr_003070'],
    ['a type of next year', 'A', 'a'],
  ])('of the type %s differs where ORCID tells two apart (%s, %s)', (type, a, b) => {
    expect(normalizedId({ type, value: a })).not.toBe(normalizedId({ type, value: b }));
  });

  it.each([
    ['isbn', '12345678901'],
    ['pmid', 'MR2098779'],
    ['doi', 'none'],
  ])('that is no %s is compared as it stands (%s)', (type, value) => {
    expect(normalizedId({ type, value })).toBe(value.toLowerCase());
  });
});
