import { ACTIVITIES, PERSON_SECTIONS, type Section, SECTIONS } from '../model/sections.ts';
import { type Handler } from './read-record.ts';
import * as read from './read-record.ts';
import { createItem, deleteItem, updateItem } from './write-item.ts';

export type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

export interface Route {
  readonly method: Method;
  readonly path: string;
  readonly handle: Handler;
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

const reads = (section: Section): readonly Route[] => [
  get(`/:orcid/${section.listPath}`, read.readList(section)),
  get(`/:orcid/${section.name}/:putCode`, read.readItem(section, section.document)),
  ...(section.kind === 'activity'
    ? [get(`/:orcid/${section.name}/summary/:putCode`, read.readItem(section, section.summary))]
    : []),
];

const writes = (section: Section): readonly Route[] => [
  post(`/:orcid/${section.name}`, createItem(section)),
  put(`/:orcid/${section.name}/:putCode`, updateItem(section)),
  remove(`/:orcid/${section.name}/:putCode`, deleteItem(section)),
];

const sections = [...ACTIVITIES, ...PERSON_SECTIONS].map((name) => SECTIONS[name]);

export const PUBLIC_ROUTES: readonly Route[] = [...wholes, ...sections.flatMap(reads)];
export const MEMBER_ROUTES: readonly Route[] = [...PUBLIC_ROUTES, ...sections.flatMap(writes)];
