import { BULK } from '../model/bulk.ts';
import { ACTIVITIES, PERSON_SECTIONS, type Section, SECTIONS } from '../model/sections.ts';
import { createBulk, readBulk } from './bulk-works.ts';
import { createGroup, deleteGroup, listGroups, readGroup, updateGroup } from './group-id-records.ts';
import { archiveNotification, createNotification, listNotifications, readNotification } from './notifications.ts';
import { readApiStatus, readClient, readIdentifierTypes, readStatus, readSummary } from './read-others.ts';
import { readCitation } from './read-citation.ts';
import { type Handler } from './read-record.ts';
import * as read from './read-record.ts';
import { csvSearch, expandedSearch, search } from './search.ts';
import { registerWebhook, unregisterWebhook } from './webhooks.ts';
import { spokenNow, type Version } from './dialect.ts';
import { VERSION_TWO_READS } from './version-two-reads.ts';
import { VERSION_TWO_WRITES } from './version-two-writes.ts';
import { createItem, deleteItem, updateItem } from './write-item.ts';

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly handle: Handler;
  /** The only format it has, where that is not one of the six. */
  readonly produces?: 'application/json' | 'text/csv';
  /** One more format, which has its own handler. */
  readonly also?: { readonly produces: string; readonly handle: Handler };
  /** Status pages and the list of identifier types ask for no token. */
  readonly isOpen?: true;
  /** Webhooks have no version, and take no body. */
  readonly isUnversioned?: true;
  /** v3.0 when absent. */
  readonly version?: Version;
}

const get = (path: string, handle: Handler): Route => ({ method: 'GET', path, handle });
const post = (path: string, handle: Handler): Route => ({ method: 'POST', path, handle });
const put = (path: string, handle: Handler): Route => ({ method: 'PUT', path, handle });
const remove = (path: string, handle: Handler): Route => ({ method: 'DELETE', path, handle });

const wholes: readonly Route[] = [
  get('/:orcid', read.readRecord),
  get('/:orcid/record', read.readRecord),
  get('/:orcid/person', read.readPerson),
  get('/:orcid/personal-details', read.readPersonalDetails),
  get('/:orcid/biography', read.readBiography),
  get('/:orcid/email', read.readEmails),
  get('/:orcid/activities', read.readActivities),
];

const JSON_ONLY = { produces: 'application/json', isOpen: true } as const;

const others: readonly Route[] = [
  get('/:orcid/summary', readSummary),
  get('/client/:client', readClient),
  { ...get('/status', readStatus), ...JSON_ONLY },
  { ...get('/apiStatus', readApiStatus), ...JSON_ONLY },
  get('/:orcid/works/:putCodes', readBulk(BULK)),
  get('/search', search),
  get('/expanded-search', expandedSearch),
  { ...get('/csv-search', csvSearch), produces: 'text/csv' },
];

const memberOnly: readonly Route[] = [
  post('/:orcid/works', createBulk(BULK, spokenNow(SECTIONS.work))),
  get('/:orcid/notification-permission', listNotifications),
  post('/:orcid/notification-permission', createNotification),
  get('/:orcid/notification-permission/:putCode', readNotification),
  remove('/:orcid/notification-permission/:putCode', archiveNotification),
  get('/group-id-record', listGroups),
  post('/group-id-record', createGroup),
  get('/group-id-record/:putCode', readGroup),
  put('/group-id-record/:putCode', updateGroup),
  remove('/group-id-record/:putCode', deleteGroup),
  { ...put('/:orcid/webhook/:uri', registerWebhook), isUnversioned: true },
  { ...remove('/:orcid/webhook/:uri', unregisterWebhook), isUnversioned: true },
];

const publicOnly: readonly Route[] = [
  { ...get('/pubStatus', readApiStatus), ...JSON_ONLY },
  { ...get('/identifiers', readIdentifierTypes), ...JSON_ONLY },
];

const reads = (section: Section): readonly Route[] => [
  get(`/:orcid/${section.listPath}`, read.readList(section)),
  get(`/:orcid/${section.name}/:putCode`, read.readItem(section, section.document)),
  ...(section.kind === 'activity'
    ? [get(`/:orcid/${section.name}/summary/:putCode`, read.readItem(section, section.summary))]
    : []),
];

const writes = (section: Section): readonly Route[] => [
  post(`/:orcid/${section.name}`, createItem(spokenNow(section))),
  put(`/:orcid/${section.name}/:putCode`, updateItem(spokenNow(section))),
  remove(`/:orcid/${section.name}/:putCode`, deleteItem(section)),
];

const sections = [...ACTIVITIES, ...PERSON_SECTIONS].map((name) => SECTIONS[name]);

const shared: readonly Route[] = [...wholes, ...others, ...sections.flatMap(reads), ...VERSION_TWO_READS];

/** The public API cites a work as well as it shows it (S: PublicV3ApiServiceImplV3_0.viewWorkCitation). */
const cited = (route: Route): Route =>
  route.path === '/:orcid/work/:putCode' && route.version === undefined
    ? { ...route, also: { produces: 'application/vnd.citationstyles.csl+json', handle: readCitation } }
    : route;

export const PUBLIC_ROUTES: readonly Route[] = [...shared.map(cited), ...publicOnly];
export const MEMBER_ROUTES: readonly Route[] = [
  ...shared,
  ...memberOnly,
  ...sections.flatMap(writes),
  ...VERSION_TWO_WRITES,
];
