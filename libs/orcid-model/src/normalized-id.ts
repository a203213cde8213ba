import type { ExternalId } from './external-id.ts';

/**
 * ORCID's types of identifier in which capitals mean nothing. Types that are not here are compared as they stand: those
 * in which capitals count (add-case-to-id-types.xml) and those that this version does not know.
 */
const CASE_INSENSITIVE = new Set(
  `agr arxiv asin asin-tld authenticusid cba cienciaiul cit cstr ctx dnb doi eid grant_number hal handle hir isbn ismn
issn jfm jstor kuid lccn lensid mr oclc osti other-id pat pdb pmc pmid ppr proposal-id raid rfc source-work-id ssrn urn
wosuid zbl`.split(/\s/),
);

/** What is left of a value when the ways to write it are taken off; undefined where the value is none of the type. */
type Normalizer = (value: string) => string | undefined;

/** Source: orcid-core, utils/v3/identifiers/normalizers, one class for each of these. */
const NORMALIZERS: Readonly<Record<string, Normalizer>> = {
  doi: (value) => /10(\.[0-9a-z]+)+\/[^\s"'&]+/i.exec(unescaped(value))?.[0],
  isbn: (value) => {
    const digits = /\d[\d -]{8,15}[\dx](?!\d)/i.exec(value)?.[0].replaceAll(/[ -]/g, '') ?? '';
    return digits.length === 10 || digits.length === 13 ? digits : undefined;
  },
  issn: (value) => /(?<!\d)\d{4} ?[-–]? ?\d{3}[\dx](?![\d-])/i.exec(value)?.[0].replaceAll(/[ –-]/g, ''),
  pmc: (value) => /(?:^|pmc-?\/?)\s*(\d{5,9})\b/i.exec(value)?.[1],
  pmid: (value) => /(?:^\s*|pmid:?\s*|pubmed\/|med\/)(\d+)(?![\w.-])/i.exec(value)?.[1],
  arxiv: (value) => /\d{4}\.\d{4,5}(v\d+)?|[\w.-]+\/\d{7}(v\d+)?/i.exec(value)?.[0],
  rrid: (value) => value.replace(/^RRID:/, ''),
  uri: (value) => (/^(http|ftp)s?:\/\//.test(value) ? value : `http://${value}`),
};

/**
 * What the spellings of one identifier have in common, for comparison only: ORCID stores and shows what was sent, and
 * finds duplicates and groups by what it makes of it (`https://doi.org/10.1/X` and `10.1/x` are one).
 */
export function normalizedId({ type, value }: Pick<ExternalId, 'type' | 'value'>): string {
  const plain = value.trim();
  const known = CASE_INSENSITIVE.has(type) ? plain.toLowerCase() : plain;
  return NORMALIZERS[type]?.(known) ?? known;
}

const ENTITIES = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&apos;': "'", '&amp;': '&' } as const;

/** DOIs arrive escaped for XML, and more than once. */
function unescaped(value: string): string {
  const once = value.replaceAll(/&(lt|gt|quot|apos|amp);/g, (entity) => ENTITIES[entity as keyof typeof ENTITIES]);
  return once === value ? value : unescaped(once);
}
