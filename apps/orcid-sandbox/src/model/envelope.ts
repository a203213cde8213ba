import { attribute, element, number, text, time, wrapped } from '../shape/fields.ts';
import { source } from './source.ts';

/** What every item carries around its content; where each stands differs from type to type. */
export const createdDate = element('common', 'created-date', wrapped(time), { readOnly: true });
export const lastModifiedDate = element('common', 'last-modified-date', wrapped(time), { readOnly: true });
export const itemSource = element('common', 'source', source, { readOnly: true });
export const putCode = attribute('put-code', number);
export const path = attribute('path', text(), { readOnly: true });
export const visibility = attribute('visibility', text({ pattern: /^(public|limited|private|registered-only)$/ }));
/** Text in activities, a number in person items (S: record.summary.* and record.Keyword etc.). */
export const displayIndexText = attribute('display-index', text({ pattern: /^-?\d+$/ }));
export const displayIndexNumber = attribute('display-index', number);
