export interface ExternalIdType {
  readonly name: string;
  readonly description: string;
  readonly resolutionPrefix: string | null;
  readonly caseSensitive: boolean;
}

const type = (name: string, description: string, resolutionPrefix: string | null = null, caseSensitive = false) =>
  [name, { name, description, resolutionPrefix, caseSensitive }] as const;

/**
 * The identifier types that works, fundings, peer reviews and resources may carry (GET /v3.0/identifiers). Ten of them
 * are case-sensitive (S: add-case-to-id-types.xml and the updates after it, listed in PIDNormalizationServiceTest).
 */
export const EXTERNAL_ID_TYPES: ReadonlyMap<string, ExternalIdType> = new Map<string, ExternalIdType>([
  type('agr', 'Agricola', 'http://agricola.nal.usda.gov/cgi-bin/Pwebrecon.cgi?Search_Arg='),
  type('arxiv', 'ArXiv', 'https://arxiv.org/abs/'),
  type('ark', 'Archival Resource Key', 'https://n2t.net/', true),
  type('asin', 'Amazon Standard Identification Number', 'http://www.amazon.com/dp/'),
  type('asin-tld', 'ASIN top-level domain'),
  type('authenticusid', 'AuthenticusID', 'https://www.authenticus.pt/'),
  type('bibcode', 'Bibcode', 'http://adsabs.harvard.edu/abs/', true),
  type('cba', 'Chinese Biological Abstracts'),
  type('cgn', 'Culturegraph number', 'https://hub.culturegraph.org/', true),
  type('cienciaiul', 'Ciência-IUL', 'https://ciencia.iscte-iul.pt/id/'),
  type('cit', 'CiteSeer', 'http://citeseer.ist.psu.edu/'),
  type('cstr', 'Science and technology resource identification', 'https://www.cstr.cn/'),
  type('ctx', 'CiteExplore submission'),
  type('dnb', 'German National Library', 'https://d-nb.info/'),
  type('doi', 'Digital object identifier', 'https://doi.org/'),
  type('eid', 'Scopus identifier', 'https://www.scopus.com/record/display.url?origin=resultslist&eid='),
  type('emdb', 'Electron Microscopy Data Bank', 'https://www.ebi.ac.uk/pdbe/entry/emdb/', true),
  type('empiar', 'Electron Microscopy Public Image Archive', 'https://www.ebi.ac.uk/empiar/', true),
  type('ethos', 'EThOS persistent identifier', 'http://ethos.bl.uk/OrderDetails.do?uin=', true),
  type('grant_number', 'Grant number'),
  type('hal', 'Hyper Articles en Ligne', 'https://hal.archives-ouvertes.fr/view/resolver/'),
  type('handle', 'Handle', 'http://hdl.handle.net/'),
  type('hir', 'NHS Evidence'),
  type('isbn', 'International Standard Book Number', 'https://www.worldcat.org/isbn/'),
  type('ismn', 'International Standard Music Number'),
  type('issn', 'International Standard Serial Number', 'https://portal.issn.org/resource/ISSN/'),
  type('jfm', 'Jahrbuch über die Fortschritte der Mathematik', 'http://zbmath.org/?format=complete&q=an%3A'),
  type('jstor', 'JSTOR abstract', 'http://www.jstor.org/stable/'),
  type('k10plus', 'K10plus', 'https://opac.k10plus.de/DB=2.299/PPNSET?PPN=', true),
  type('kuid', 'KoreaMed unique identifier', 'https://koreamed.org/article/'),
  type('lccn', 'Library of Congress control number', 'http://lccn.loc.gov/'),
  type('lensid', 'Lens identifier', 'https://www.lens.org/'),
  type('mr', 'Mathematical Reviews', 'http://www.ams.org/mathscinet-getitem?mr='),
  type('oclc', 'Online Computer Library Center', 'http://www.worldcat.org/oclc/'),
  type('ol', 'Open Library', 'http://openlibrary.org/b/', true),
  type(
    'osti',
    'Office of Scientific and Technical Information',
    'http://www.osti.gov/energycitations/product.biblio.jsp?osti_id=',
  ),
  type('other-id', 'Other identifier'),
  type('pat', 'Patent number'),
  type('pdb', 'Protein Data Bank identifier', 'https://www.rcsb.org/structure/'),
  type('pmc', 'PubMed Central article number', 'https://europepmc.org/articles/'),
  type('pmid', 'PubMed identifier', 'https://pubmed.ncbi.nlm.nih.gov/'),
  type('ppr', 'Europe PMC preprint identifier', 'https://europepmc.org/article/PPR/'),
  type('proposal-id', 'Proposal identifier'),
  type('raid', 'Research activity identifier', 'https://raid.org/'),
  type('rfc', 'Request for Comments', 'https://tools.ietf.org/html/'),
  type('rrid', 'Research resource identifier', 'https://identifiers.org/rrid/', true),
  type('source-work-id', 'Identifier of the source'),
  type('ssrn', 'Social Science Research Network', 'http://papers.ssrn.com/abstract_id='),
  type('uri', 'URI', null, true),
  type('urn', 'URN', 'https://nbn-resolving.org/'),
  type(
    'wosuid',
    'Web of Science identifier',
    'http://gateway.webofknowledge.com/gateway/Gateway.cgi?GWVersion=2&KeyUT=',
  ),
  type('zbl', 'Zentralblatt MATH', 'http://zbmath.org/?format=complete&q='),
]);
