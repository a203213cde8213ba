type Normalizer = (value: string) => string;

/** What a pattern finds first, or nothing of its type. */
const firstMatch =
  (pattern: RegExp, rewrite: Normalizer = (found) => found): Normalizer =>
  (value) => {
    const found = pattern.exec(value)?.[1];
    return found === undefined ? '' : rewrite(found);
  };

const DOI = firstMatch(/(10(?:\.[0-9a-z]+)+\/(?:(?!["&'])\S)+)/i);

/** By identifier type (S: orcid-core, utils/v3/identifiers/normalizers, whose tests hold the cases). */
export const NORMALIZERS: Readonly<Record<string, Normalizer | undefined>> = {
  doi: (value) => DOI(unescapeXml(value)),
  arxiv: firstMatch(/(?:arxiv:)?(\d{4}\.\d{4}v?\d?|[\w.-]+\/\d{7}v?\d?)/, (found) => `arXiv:${found}`),
  bibcode: firstMatch(/(?:^|bibcode:?\s*|[^a-z\d.])(\d{4}[.a-z\d]{15})(?:$|[^a-z\d.])/i),
  isbn: firstMatch(/(\d[-\d ]{8,15}[\dx])(?:$|\D)/i, isbnOf),
  issn: firstMatch(/(?:^|\D)(\d{4} ?[-–]? ?\d{3}[\dx])(?:$|[^-\d])/i, issnOf),
  pmc: firstMatch(/(?:^|pmc-?\/?)\s*(\d{5,9})(?:$|\b)/i),
  pmid: firstMatch(/(?:^\s*|pmid:?\s*|pubmed\/|med\/)(\d+)(?:$|[^a-z\d.-])/i),
  rrid: (value) => (value.startsWith('RRID:') ? value : `RRID:${value}`),
  uri: (value) => (/^(?:ht|f)tps?:\/\//.test(value) ? value : `http://${value}`),
};

/** The pattern also finds numbers of other lengths, which are no ISBN. */
function isbnOf(found: string): string {
  const digits = found.replaceAll(/[- ]/g, '').toUpperCase();
  return digits.length === 10 || digits.length === 13 ? digits : '';
}

function issnOf(found: string): string {
  const digits = found.replaceAll(/[ –-]/g, '').toUpperCase();
  return `${digits.slice(0, 4)}-${digits.slice(4)}`;
}

/** Values arrive escaped for XML, and more than once. */
function unescapeXml(value: string): string {
  const once = value
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
  return once === value ? value : unescapeXml(once);
}
