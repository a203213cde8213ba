import { type Section, type SectionName, SECTIONS } from '../model/sections.ts';
import * as old from '../model/version-two.ts';
import { type Addresses } from '../http/addresses.ts';
import { emailsTree, personalDetailsTree, personListTree, personTree } from '../view/person-tree.ts';
import { oldActivitiesTree, oldActivityListTree, oldRecordTree } from '../view/version-two-tree.ts';
import { OLD_RULES } from '../rules/version-two.rules.ts';
import { RULES } from '../rules/section-rules.ts';
import { createBulk, readBulk } from './bulk-works.ts';
import { type Dialect } from './dialect.ts';
import { type Handler, readBiography, readItem, whole } from './read-record.ts';
import { readClient } from './read-others.ts';
import { oldSearch } from './search.ts';
import { createItem, deleteItem, updateItem } from './write-item.ts';
import { type Route } from './routes.ts';

const OLD_VERSIONS = ['v2.0', 'v2.1'] as const;
type OldVersion = (typeof OLD_VERSIONS)[number];
type Entry = readonly [Route['method'], string, Handler];

const readOldRecord = whole(old.OLD_RECORD, oldRecordTree);

const WHOLES: readonly (readonly [string, Handler])[] = [
  ['/:orcid', readOldRecord],
  ['/:orcid/record', readOldRecord],
  ['/:orcid/person', whole(old.OLD_PERSON, personTree)],
  ['/:orcid/personal-details', whole(old.OLD_PERSONAL_DETAILS, personalDetailsTree)],
  ['/:orcid/biography', (call) => ({ ...readBiography(call), document: old.OLD_BIOGRAPHY })],
  ['/:orcid/email', whole(old.OLD_EMAILS, emailsTree)],
  ['/:orcid/activities', whole(old.OLD_ACTIVITIES_SUMMARY, oldActivitiesTree)],
  ['/:orcid/works/:putCodes', readBulk(old.OLD_BULK)],
  ['/search', oldSearch],
  ['/client/:client', readClient],
];

/** Old programs still speak v2.0 and v2.1, sign-in libraries among them. */
export const VERSION_TWO_READS: readonly Route[] = OLD_VERSIONS.flatMap((version) =>
  [...WHOLES, ...[...old.OLD_SECTIONS.keys()].flatMap((name) => sectionReads(SECTIONS[name]))].map(([path, handle]) =>
    route(version, ['GET', path, handle]),
  ),
);

/** Everything that a member could write then, but for notifications and groups (our choice). */
export const VERSION_TWO_WRITES: readonly Route[] = OLD_VERSIONS.flatMap((version) =>
  [...old.OLD_SECTIONS.keys()]
    .flatMap((name) => sectionWrites(version, SECTIONS[name]))
    .map((entry) => route(version, entry)),
);

function route(version: OldVersion, [method, path, handle]: Entry): Route {
  return { method, version, path, handle: spoken(version, handle) };
}

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

function sectionWrites(version: OldVersion, section: Section): Entry[] {
  const document = old.OLD_SECTIONS.get(section.name)?.document ?? section.document;
  const check = isOldActivity(section.name) ? OLD_RULES[section.name] : RULES[section.name];
  const dialect: Dialect = { version, section, document, check };
  const path = `/:orcid/${section.name}`;
  return [
    ['POST', path, createItem(dialect)],
    ['PUT', `${path}/:putCode`, updateItem(dialect)],
    ['DELETE', `${path}/:putCode`, deleteItem(section)],
    ...(section.name === 'work' ? [['POST', '/:orcid/works', createBulk(old.OLD_BULK, dialect)] as const] : []),
  ];
}

function isOldActivity(name: SectionName): name is old.OldActivity {
  return name in OLD_RULES;
}

/** v2.0 names people and clients by http, whatever the address of the site (T: test_public_api_read_search.py). */
function spoken(version: OldVersion, handle: Handler): Handler {
  if (version === 'v2.1') return handle;
  return (call) => handle({ ...call, addresses: withPlainSite(call.addresses) });
}

function withPlainSite(addresses: Addresses): Addresses {
  return { ...addresses, site: addresses.site.replace(/^https:/, 'http:') };
}
