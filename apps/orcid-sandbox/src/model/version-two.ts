import { attribute, element, elements, keyedList, object, text } from '../shape/fields.ts';
import { type Document, type Field, type ObjectShape, type Shape } from '../shape/shape.ts';
import { BULK } from './bulk.ts';
import { lastModifiedDate, path } from './envelope.ts';
import { rawExternalIds } from './external-id.ts';
import { OLD_RECORD_NAMESPACES as namespaces } from './namespaces.ts';
import { BIOGRAPHY, EMAILS, PERSON, PERSONAL_DETAILS } from './person.ts';
import { ERROR, RECORD } from './record-documents.ts';
import { type Activity, PERSON_SECTIONS, type SectionName, SECTIONS } from './sections.ts';

/** What v2.0 and v2.1 of the API know of activities (record_2.1/activities-2.1.xsd). */
export const OLD_ACTIVITIES = ['education', 'employment', 'funding', 'peer-review', 'work'] as const;
export type OldActivity = (typeof OLD_ACTIVITIES)[number];

interface Difference {
  /** What v3.0 added. */
  readonly without?: readonly string[];
  /** What stood in the namespace of the type before v3.0 moved it to the common one. */
  readonly own?: readonly string[];
}

const position: Difference = {
  without: ['url', 'external-ids', 'display-index'],
  own: ['department-name', 'role-title', 'organization'],
};
const FULL: Readonly<Record<OldActivity, Difference>> = {
  education: position,
  employment: position,
  funding: { own: ['url', 'organization'] },
  'peer-review': {},
  work: { own: ['url'] },
};
const SUMMARY: Readonly<Record<OldActivity, Difference>> = {
  education: position,
  employment: position,
  funding: { without: ['url'], own: ['organization'] },
  'peer-review': { without: ['reviewer-role', 'review-url', 'review-type'] },
  work: { without: ['url', 'journal-title'] },
};

/** Added everywhere by v3.0. */
const NEW = new Set([
  'external-id-normalized',
  'external-id-normalized-error',
  'assertion-origin-orcid',
  'assertion-origin-client-id',
  'assertion-origin-name',
]);
/** Closed lists that are checked otherwise than by `values`. */
const CONSTANTS = new Set(['visibility', 'contributor-sequence', 'contributor-role', 'locale']);

function older(shape: ObjectShape, prefix = '', { without = [], own = [] }: Difference = {}): ObjectShape {
  const fields = shape.fields
    .filter(({ name }) => !NEW.has(name) && !without.includes(name))
    .map((field) => ({
      ...field,
      shape: olderField(field),
      prefix: own.includes(field.name) ? prefix : field.prefix,
      required: field.required || field.name === 'organization',
    }));
  return { ...shape, fields };
}

function olderField({ name, shape }: Field): Shape {
  if (shape.kind === 'text') {
    return shape.values === undefined && !CONSTANTS.has(name) ? shape : { ...shape, isConstant: true };
  }
  if (shape.kind !== 'object') return shape;
  const inner = older(shape);
  return name === 'publication-date' ? object(...inner.fields, attribute('media-type', text())) : inner;
}

function olderDocument(document: Document): Document {
  return { ...document, shape: older(document.shape), namespaces };
}

/** Employments and educations are not grouped, and reviews only once. */
function listShape(name: OldActivity): ObjectShape {
  const { summary } = SECTIONS[name] as Activity;
  const summaries = elements(name, summary.name, older(summary.shape, name, SUMMARY[name]));
  if (name === 'education' || name === 'employment') return object(lastModifiedDate, summaries, path);
  const group = object(lastModifiedDate, element('common', 'external-ids', older(rawExternalIds)), summaries);
  return object(lastModifiedDate, elements('activities', 'group', group), path);
}

interface SectionDocuments {
  readonly document: Document;
  readonly summary?: Document;
  readonly list: Document;
}

function activityDocuments(name: OldActivity): SectionDocuments {
  const { document, summary, list } = SECTIONS[name] as Activity;
  return {
    document: { ...document, shape: older(document.shape, name, FULL[name]), namespaces },
    summary: { ...summary, shape: older(summary.shape, name, SUMMARY[name]) },
    list: { ...list, shape: listShape(name) },
  };
}

const activities = object(
  lastModifiedDate,
  ...OLD_ACTIVITIES.map((name) => element('activities', SECTIONS[name].list.name, listShape(name))),
  path,
);

export const OLD_SECTIONS: ReadonlyMap<SectionName, SectionDocuments> = new Map<SectionName, SectionDocuments>([
  ...OLD_ACTIVITIES.map((name) => [name, activityDocuments(name)] as const),
  ...PERSON_SECTIONS.map((name) => {
    const { document, list } = SECTIONS[name];
    return [name, { document: olderDocument(document), list: olderDocument(list) }] as const;
  }),
]);

export const OLD_BULK: Document = {
  ...BULK,
  namespaces,
  shape: object(
    keyedList('bulk', [
      element('work', 'work', activityDocuments('work').document.shape),
      element('error', 'error', ERROR.shape),
    ]),
  ),
};
export const OLD_PERSON = olderDocument(PERSON);
export const OLD_PERSONAL_DETAILS = olderDocument(PERSONAL_DETAILS);
export const OLD_BIOGRAPHY = olderDocument(BIOGRAPHY);
export const OLD_EMAILS = olderDocument(EMAILS);
export const OLD_ACTIVITIES_SUMMARY: Document = { name: 'activities-summary', prefix: 'activities', shape: activities };
export const OLD_RECORD: Document = {
  ...RECORD,
  namespaces,
  shape: object(
    ...older(RECORD.shape).fields.map((field) =>
      field.name === 'activities-summary' ? { ...field, shape: activities } : field,
    ),
  ),
};
