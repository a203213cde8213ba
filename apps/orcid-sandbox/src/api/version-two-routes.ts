import { type Section, SECTIONS } from '../model/sections.ts';
import * as old from '../model/version-two.ts';
import { type Addresses } from '../http/addresses.ts';
import { emailsTree, personalDetailsTree, personListTree, personTree } from '../view/person-tree.ts';
import { oldActivitiesTree, oldActivityListTree, oldRecordTree } from '../view/version-two-tree.ts';
import { type Handler, readBiography, readItem, whole } from './read-record.ts';
import { type Route } from './routes.ts';

const OLD_VERSIONS = ['v2.0', 'v2.1'] as const;
type OldVersion = (typeof OLD_VERSIONS)[number];

const readOldRecord = whole(old.OLD_RECORD, oldRecordTree);

const WHOLES: readonly (readonly [string, Handler])[] = [
  ['/:orcid', readOldRecord],
  ['/:orcid/record', readOldRecord],
  ['/:orcid/person', whole(old.OLD_PERSON, personTree)],
  ['/:orcid/personal-details', whole(old.OLD_PERSONAL_DETAILS, personalDetailsTree)],
  ['/:orcid/biography', (call) => ({ ...readBiography(call), document: old.OLD_BIOGRAPHY })],
  ['/:orcid/email', whole(old.OLD_EMAILS, emailsTree)],
  ['/:orcid/activities', whole(old.OLD_ACTIVITIES_SUMMARY, oldActivitiesTree)],
];

/** Old programs still read v2.0 and v2.1, sign-in libraries among them. Writing is left to v3.0 (our choice). */
export const VERSION_TWO_ROUTES: readonly Route[] = OLD_VERSIONS.flatMap((version) =>
  [...WHOLES, ...[...old.OLD_SECTIONS.keys()].flatMap((name) => sectionReads(SECTIONS[name]))].map(
    ([path, handle]) => ({
      method: 'GET' as const,
      version,
      path,
      handle: spoken(version, handle),
    }),
  ),
);

function sectionReads(section: Section): (readonly [string, Handler])[] {
  const documents = old.OLD_SECTIONS.get(section.name);
  if (documents === undefined) return [];
  const { document, summary, list } = documents;
  const readList =
    section.kind === 'activity'
      ? whole(list, (scene, record, viewer) => oldActivityListTree(scene, record, section, viewer))
      : whole(list, (scene, record, viewer) => personListTree(scene, record, section, viewer));
  return [
    [`/:orcid/${section.listPath}`, readList],
    [`/:orcid/${section.name}/:putCode`, readItem(section, document)],
    ...(summary === undefined
      ? []
      : [[`/:orcid/${section.name}/summary/:putCode`, readItem(section, summary)] as const]),
  ];
}

/** v2.0 names people and clients by http, whatever the address of the site (T: test_public_api_read_search.py). */
function spoken(version: OldVersion, handle: Handler): Handler {
  if (version === 'v2.1') return handle;
  return (call) => handle({ ...call, addresses: withPlainSite(call.addresses) });
}

function withPlainSite(addresses: Addresses): Addresses {
  return { ...addresses, site: addresses.site.replace(/^https:/, 'http:') };
}
