/** Closed lists that ORCID keeps in code (orcid-model, src/main/java/org/orcid/jaxb/model/common). */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

export const VISIBILITIES = ['public', 'limited', 'private'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

export const RELATIONSHIPS = ['self', 'part-of', 'version-of', 'funded-by'];

export const WORK_TYPES = words(`
  annotation artistic-performance blog-post book-chapter book-review book cartographic-material clinical-study
  conference-abstract conference-output conference-paper conference-poster conference-presentation
  conference-proceedings data-management-plan data-set design dictionary-entry disclosure dissertation-thesis
  edited-book encyclopedia-entry image invention journal-article journal-issue learning-object lecture-speech license
  magazine-article manual moving-image musical-composition newsletter-article newspaper-article online-resource other
  patent physical-object preprint public-speech registered-copyright report research-technique research-tool review
  software sound spin-off-company standards-and-policy supervised-student-publication technical-standard test trademark
  transcription translation website working-paper undefined`);

export const FUNDING_TYPES = ['grant', 'contract', 'award', 'salary-award'];

export const CITATION_TYPES = words(`
  formatted-unspecified bibtex formatted-apa formatted-harvard formatted-ieee formatted-mla formatted-vancouver
  formatted-chicago ris`);

export const REVIEWER_ROLES = ['reviewer', 'editor', 'member', 'chair', 'organizer'];
export const REVIEW_TYPES = ['review', 'evaluation'];
export const REVIEW_SUBJECT_TYPES = [...WORK_TYPES, ...FUNDING_TYPES, 'research-resource-proposal'];
export const RESOURCE_TYPES = ['infrastructures', 'collections', 'equipment', 'services'];

const CREDIT_ROLES = words(`
  conceptualization data-curation formal-analysis funding-acquisition investigation methodology project-administration
  resources software supervision validation visualization writing-original-draft writing-review-editing`).map(
  (role) => `http://credit.niso.org/contributor-roles/${role}/`,
);

export const WORK_CONTRIBUTOR_ROLES = [
  ...words(`author assignee editor chair-or-translator co-investigator co-inventor graduate-student other-inventor
    principal-investigator postdoctoral-researcher support-staff`),
  ...CREDIT_ROLES,
];

export const FUNDING_CONTRIBUTOR_ROLES = ['lead', 'co-lead', 'supported-by', 'other-contribution', ...CREDIT_ROLES];

/** The XML schema of notifications lists these ten; the code knows three more (notification-permission-3.0.xsd). */
export const NOTIFICATION_ITEM_TYPES = words(`
  employment education qualification invited-position distinction membership service funding work peer-review`);

export const GROUP_TYPES = [
  ...words('publisher institution journal conference newspaper newsletter magazine'),
  'peer-review service',
];

export const DISAMBIGUATION_SOURCES = ['ROR', 'GRID', 'FUNDREF', 'RINGGOLD', 'LEI'];

export const LANGUAGES = words(`
  ab aa af ak sq am ar an hy as av ae ay az bm ba eu be bn bh bi bs br bg my ca ch ce zh_CN zh_TW cu cv kw co cr hr cs
  da dv nl dz en eo et ee fo fj fi fr fy ff gl lg ka de el kl gn gu ht ha iw hz hi ho hu is io ig in ia ie iu ik ga it
  ja jv kn kr ks kk km ki rw ky kv kg ko ku kj lo la lv li ln lt lu lb mk mg ms ml mt gv mi mr mh mo mn na nv ng ne nd
  se no nb nn ny oc oj or om os pi pa fa pl pt ps qu rm ro rn ru sm sg sa sc gd sr sn ii sd si sk sl so nr st es su sw
  ss sv tl ty tg ta tt te th bo ti to ts tn tr tk tw ug uk ur uz ve vi vo wa cy wo xh ji yo za zu`);

/** What the user's own pages can be shown in (`lang` of the authorization request). */
export const LOCALES = words('ar cs de en es fr it ja ko pl pt ru tr xx zh_CN zh_TW');

/** ISO 3166-1 alpha-2, and XK for Kosovo as ORCID has it. */
export const COUNTRIES = words(`
  AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC
  CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD
  GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH
  KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW
  MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC
  SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY
  UZ VA VC VE VG VI VN VU WF WS XK YE YT ZA ZM ZW`);

/** What java.util.Currency knows (printed by OpenJDK 17.0.15): historic ones and funds as well, which Intl leaves out. */
export const CURRENCIES = words(`
  ADP AED AFA AFN ALL AMD ANG AOA ARS ATS AUD AWG AYM AZM AZN BAM BBD BDT BEF BGL BGN BHD BIF BMD BND BOB BOV BRL BSD
  BTN BWP BYB BYN BYR BZD CAD CDF CHE CHF CHW CLF CLP CNY COP COU CRC CSD CUC CUP CVE CYP CZK DEM DJF DKK DOP DZD EEK
  EGP ERN ESP ETB EUR FIM FJD FKP FRF GBP GEL GHC GHS GIP GMD GNF GRD GTQ GWP GYD HKD HNL HRK HTG HUF IDR IEP ILS INR
  IQD IRR ISK ITL JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LTL LUF LVL LYD MAD MDL MGA MGF
  MKD MMK MNT MOP MRO MRU MTL MUR MVR MWK MXN MXV MYR MZM MZN NAD NGN NIO NLG NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN
  PTE PYG QAR ROL RON RSD RUB RUR RWF SAR SBD SCR SDD SDG SEK SGD SHP SIT SKK SLE SLL SOS SRD SRG SSP STD STN SVC SYP
  SZL THB TJS TMM TMT TND TOP TPE TRL TRY TTD TWD TZS UAH UGX USD USN USS UYI UYU UZS VEB VED VEF VES VND VUV WST XAF
  XAG XAU XBA XBB XBC XBD XCD XCG XDR XFO XFU XOF XPD XPF XPT XSU XTS XUA XXX YER YUM ZAR ZMK ZMW ZWD ZWG ZWL ZWN ZWR`);

export function isOneOf<T extends string>(values: readonly T[], text: string): text is T {
  return (values as readonly string[]).includes(text);
}
