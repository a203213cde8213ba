import { type Section, SECTIONS } from '../model/sections.ts';
import * as old from '../model/version-two.ts';
import { emailsTree, personalDetailsTree, personListTree, personTree } from '../view/person-tree.ts';
import { oldActivitiesTree, oldActivityListTree, oldRecordTree } from '../view/version-two-tree.ts';
import { readBulk } from './bulk-works.ts';
import { OLD_VERSIONS, oldRoute } from './old-version.ts';
import { readClient } from './read-others.ts';
import { type Handler, readBiography, readItem, whole } from './read-record.ts';
import { type Route } from './routes.ts';
import { oldSearch } from './search.ts';

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
    oldRoute(version, ['GET', path, handle]),
  ),
);

function sectionReads(section: Section): (readonly [string, Handler])[] {
  const documents = old.OLD_SECTIONS.get(section.name);
  if (documents === undefined) return [];
  const { document, summary, list } = documents;
  const readList =
    section.kind === 'activity'
      ? whole(list, (context, record, viewer) => oldActivityListTree(context, record, section, viewer))
      : whole(list, (context, record, viewer) => personListTree(context, record, section, viewer));
  return [
    [`/:orcid/${section.listPath}`, readList],
    [`/:orcid/${section.name}/:putCode`, readItem(section, document)],
    ...(summary === undefined
      ? []
      : [[`/:orcid/${section.name}/summary/:putCode`, readItem(section, summary)] as const]),
  ];
}
