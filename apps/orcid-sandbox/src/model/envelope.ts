import { attribute, element, number, objectWith, text, time, wrapped } from '../shape/fields.ts';
import { source } from './source.ts';

/** What every item carries around its content; where each stands differs from type to type. */
export const createdDate = element('common', 'created-date', wrapped(time), { readOnly: true });
export const lastModifiedDate = element('common', 'last-modified-date', wrapped(time), { readOnly: true });
export const itemSource = element('common', 'source', source, { readOnly: true });
export const putCode = attribute('put-code', number);
export const path = attribute('path', text(), { readOnly: true });
export const visibility = attribute('visibility', text({ pattern: /^(public|limited|private|registered-only)$/ }));
/** How JAXB orders the attributes in XML (T: saved_records/public_record30.xml). */
export const affiliationObject = objectWith('put-code', 'display-index', 'path', 'visibility');
export const activityObject = objectWith('put-code', 'path', 'visibility', 'display-index');
export const personItemObject = objectWith('put-code', 'visibility', 'path', 'display-index');

/** Text in activities, a number in person items (S: record.summary.* and record.Keyword etc.). */
export const displayIndexText = attribute('display-index', text({ pattern: /^-?\d+$/ }));
export const displayIndexNumber = attribute('display-index', number);
