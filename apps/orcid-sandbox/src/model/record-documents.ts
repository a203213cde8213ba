import { boolean, element, number, object, text, time, wrapped } from '../shape/fields.ts';
import { type Document } from '../shape/shape.ts';
import { itemSource, lastModifiedDate, path } from './envelope.ts';
import { RECORD_NAMESPACES as namespaces } from './namespaces.ts';
import { PERSON } from './person.ts';
import { ACTIVITIES, SECTIONS } from './sections.ts';
import { identifier } from './source.ts';

const activitiesSummary = object(
  lastModifiedDate,
  ...[...ACTIVITIES]
    .sort()
    .map((name) => SECTIONS[name].list)
    .map((list) => element('activities', list.name, list.shape)),
  path,
);

/** XML speaks of `Direct`, JSON of `DIRECT` (S: message.CreationMethod). */
const creationMethod = text({
  inXml: { API: 'API', DIRECT: 'Direct', MEMBER_REFERRED: 'Member-referred', WEBSITE: 'website' },
});

const history = object(
  element('history', 'creation-method', creationMethod),
  element('history', 'completion-date', wrapped(time)),
  element('history', 'submission-date', wrapped(time)),
  lastModifiedDate,
  element('history', 'claimed', boolean),
  itemSource,
  element('history', 'deactivation-date', wrapped(time)),
  element('history', 'verified-email', boolean),
  element('history', 'verified-primary-email', boolean),
);

const record = object(
  element('common', 'orcid-identifier', identifier),
  element('preferences', 'preferences', object(element('preferences', 'locale', text()))),
  element('history', 'history', history),
  element('person', 'person', PERSON.shape),
  element('activities', 'activities-summary', activitiesSummary),
  path,
);

export const ACTIVITIES_SUMMARY = {
  name: 'activities-summary',
  prefix: 'activities',
  shape: activitiesSummary,
} satisfies Document;
export const RECORD = { name: 'record', prefix: 'record', shape: record, namespaces } satisfies Document;

/** The body of every error of the API (error-3.0.xsd). */
export const ERROR = {
  name: 'error',
  prefix: 'error',
  shape: object(
    element('error', 'response-code', number),
    element('error', 'developer-message', text()),
    element('error', 'user-message', text()),
    element('error', 'error-code', number),
    element('error', 'more-info', text()),
  ),
} satisfies Document;
