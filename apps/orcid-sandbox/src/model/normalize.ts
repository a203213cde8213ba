import { EXTERNAL_ID_TYPES } from './external-id-type.ts';

type Normalizer = (value: string) => string;

/**
 * What two spellings of one identifier have in common; `''` when the value cannot be one of its type.
 * Source: orcid-core, utils/v3/identifiers/normalizers. Values of a case-insensitive type are lowered first.
 */
export function normalize(type: string, value: string): string {
  const known = EXTERNAL_ID_TYPES.get(type);
  if (known === undefined) return value;
  const lowered = known.caseSensitive ? value : value.toLowerCase();
  return (NORMALIZERS[type] ?? unchanged)(lowered);
}

const unchanged: Normalizer = (value) => value;

const firstMatch =
  (pattern: RegExp, rewrite: Normalizer = unchanged): Normalizer =>
  (value) => {
    const found = pattern.exec(value)?.[1];
    return found === undefined ? '' : rewrite(found);
  };

const NORMALIZERS: Readonly<Record<string, Normalizer>> = {
  doi: (value) => firstMatch(/(10(?:\.[0-9a-zA-Z]+)+\/(?:(?!["&'])\S)+)/)(unescapeXml(value)),
  issn: firstMatch(/(?:^|[^\d])(\d{4} ?[-–]? ?\d{3}[\dXx])(?:$|[^-\d])/, (issn) => {
    const digits = issn.replace(/[ –-]/g, '').toUpperCase();
    return `${digits.slice(0, 4)}-${digits.slice(4)}`;
  }),
  isbn: firstMatch(/((?:\d[ -]?){9,12}[\dXx])/, (isbn) => isbn.replace(/[ -]/g, '').toUpperCase()),
  arxiv: firstMatch(/((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?\/\d{7})(?:v\d+)?)/i, (id) => `arXiv:${id}`),
  pmid: firstMatch(/(\d+)/),
  pmc: firstMatch(/(?:pmc)?(\d+)/i, (digits) => `PMC${digits}`),
};

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
