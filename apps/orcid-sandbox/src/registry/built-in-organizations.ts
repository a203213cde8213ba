import { type OrganizationSettings } from '../settings/settings.ts';

type Row = readonly [
  name: string,
  city: string,
  region: string,
  country: string,
  ror: string,
  grid: string,
  fundref: string,
  ringgold: string,
];

/**
 * Institutions and funders that exist, with the identifiers they have: ROR's public data (CC0), and the few Ringgold
 * numbers that ORCID's own tests and tutorials use.
 */
const ROWS: readonly Row[] = [
  ['Brown University', 'Providence', 'Rhode Island', 'US', '05gq02987', '40263.33', '100006418', ''],
  ['California Institute of Technology', 'Pasadena', 'California', 'US', '05dxps055', '20861.3d', '100006961', '6469'],
  ['Charles University', 'Prague', 'Prague', 'CZ', '024d6js02', '4491.8', '100007397', ''],
  ['Cornell University', 'Ithaca', 'New York', 'US', '05bnh6r87', '5386.8', '100007231', ''],
  ['Crossref', 'Lynnfield', 'Massachusetts', 'US', '02twcfp32', '466633.2', '', ''],
  ['DataCite', 'Hanover', 'Lower Saxony', 'DE', '04wxnsj81', '475826.a', '', ''],
  [
    'Deutsche Forschungsgemeinschaft',
    'Bonn',
    'North Rhine-Westphalia',
    'DE',
    '018mejw64',
    '424150.6',
    '501100001659',
    '',
  ],
  [
    'Engineering and Physical Sciences Research Council',
    'Swindon',
    'England',
    'GB',
    '0439y7842',
    '421091.f',
    '501100000266',
    '',
  ],
  ['ETH Zurich', 'Zurich', 'Zurich', 'CH', '05a28rw58', '5801.c', '501100003006', ''],
  ['European Commission', 'Brussels', 'Brussels Capital', 'BE', '00k4n6c32', '270680.b', '501100000780', ''],
  ['European Research Council', 'Brussels', 'Brussels Capital', 'BE', '0472cxd90', '452896.4', '501100000781', ''],
  ['Harvard University', 'Cambridge', 'Massachusetts', 'US', '03vek6s52', '38142.3c', '100007229', '1812'],
  ['Indian Institute of Science Bangalore', 'Bengaluru', '', 'IN', '04dese585', '34980.36', '100007780', ''],
  ['Karolinska Institutet', 'Stockholm', 'Stockholm', 'SE', '056d84691', '4714.6', '501100004047', ''],
  ['Leibniz University Hannover', 'Hanover', 'Lower Saxony', 'DE', '0304hq317', '9122.8', '501100004115', ''],
  [
    'Massachusetts Institute of Technology',
    'Cambridge',
    'Massachusetts',
    'US',
    '042nb2s44',
    '116068.8',
    '100006919',
    '2167',
  ],
  ['Max Planck Society', 'Munich', 'Bavaria', 'DE', '01hhn8329', '4372.2', '501100004189', ''],
  ['National Institutes of Health', 'Bethesda', 'Maryland', 'US', '01cwqze88', '94365.3d', '100000002', ''],
  ['National University of Singapore', 'Singapore', '', 'SG', '01tgyzw49', '4280.e', '501100001352', ''],
  ['Princeton University', 'Princeton', 'New Jersey', 'US', '00hx57361', '16750.35', '100006734', ''],
  ['Sorbonne Université', 'Paris', 'Île-de-France', 'FR', '02en5vm52', '462844.8', '501100019125', ''],
  ['Stanford University', 'Stanford', 'California', 'US', '00f54p054', '168010.e', '100010869', ''],
  ['Trinity College Dublin', 'Dublin', '', 'IE', '02tyrky19', '8217.c', '501100001637', ''],
  ['Tsinghua University', 'Beijing', 'Beijing', 'CN', '03cve4549', '12527.33', '501100004147', ''],
  ['UK Research and Innovation', 'Swindon', 'England', 'GB', '001aqnf71', '496779.2', '100014013', ''],
  ['Universität Hamburg', 'Hamburg', 'Hamburg', 'DE', '00g30e956', '9026.d', '501100005711', ''],
  ['University of Auckland', 'Auckland', 'Auckland', 'NZ', '03b94tp07', '9654.e', '501100001537', ''],
  ['University of Bologna', 'Bologna', 'Emilia-Romagna', 'IT', '01111rn36', '6292.f', '501100005969', ''],
  ['University of Cambridge', 'Cambridge', 'England', 'GB', '013meh722', '5335.0', '501100000735', ''],
  ['University of Cape Town', 'Rondebosch', 'Western Cape', 'ZA', '03p74gp79', '7836.a', '501100001338', ''],
  ['University of Helsinki', 'Helsinki', 'Uusimaa', 'FI', '040af2s02', '7737.4', '100007797', ''],
  ['University of Iceland', 'Reykjavik', 'Capital Region', 'IS', '01db6h964', '14013.37', '501100020584', ''],
  ['University of Michigan', 'Ann Arbor', 'Michigan', 'US', '00jmfr291', '214458.e', '100007270', ''],
  ['University of Oxford', 'Oxford', 'England', 'GB', '052gg0110', '4991.5', '501100000769', '6396'],
  ['University of Pittsburgh', 'Pittsburgh', 'Pennsylvania', 'US', '01an3r305', '21925.3d', '100007921', ''],
  ['University of Vienna', 'Vienna', 'Vienna', 'AT', '03prydq77', '10420.37', '501100003065', ''],
  ['University of Virginia', 'Charlottesville', 'Virginia', 'US', '0153tk833', '27755.32', '100008457', '2358'],
  ['University of Warsaw', 'Warsaw', 'Mazovia', 'PL', '039bjqg32', '12847.38', '501100006445', ''],
  ['Utrecht University', 'Utrecht', 'Utrecht', 'NL', '04pp8hn57', '5477.1', '501100001829', ''],
  ['Wellcome Trust', 'London', 'England', 'GB', '029chgv08', '52788.30', '100010269', ''],
  ['Yale University', 'New Haven', 'Connecticut', 'US', '03v76x132', '47100.32', '100005326', ''],
  ['ORCID', 'Bethesda', 'Maryland', 'US', '04fa4r544', '', '', '385488'],
  ['Yale University Beinecke Rare Book and Manuscript Library', 'New Haven', 'Connecticut', 'US', '', '', '', '508080'],
  [
    'Royal Society Te Apārangi',
    'Wellington',
    'Wellington Region',
    'NZ',
    '04tajb587',
    '431457.0',
    '501100001509',
    '3232',
  ],
  ['Wellcome Trust', 'London', 'England', 'GB', '', '', '100004440', ''],
  ['University of California, Berkeley', 'Berkeley', 'California', 'US', '01an7q238', '47840.3f', '100006978', '1438'],
];

const PREFIXES = ['https://ror.org/', 'grid.', 'http://dx.doi.org/10.13039/', ''] as const;
const SOURCES = ['ROR', 'GRID', 'FUNDREF', 'RINGGOLD'] as const;

export const BUILT_IN_ORGANIZATIONS: readonly OrganizationSettings[] = ROWS.map(
  ([name, city, region, country, ...ids]) => ({
    name,
    city,
    ...(region === '' ? {} : { region }),
    country,
    identifiers: ids.flatMap((id, index) => {
      const source = SOURCES[index];
      return id === '' || source === undefined ? [] : [{ source, value: `${PREFIXES[index] ?? ''}${id}` }];
    }),
    domains: [],
  }),
);
