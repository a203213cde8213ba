import { element, elements, number, object, text, time, wrapped } from '../shape/fields.ts';
import { type Document, type ValueOf } from '../shape/shape.ts';
import { putCode } from './envelope.ts';
import { groupIdText } from './peer-review.ts';
import { source } from './source.ts';
import { GROUP_TYPES } from './vocabulary.ts';

const prefix = 'group-id';
const required = { required: true } as const;
const short = text({ max: 1000, filled: true });
/** Jackson is told to ignore dates and source; XML has them (M: GroupIdRecord). */
const xmlOnly = { xmlOnly: true, readOnly: true } as const;

const groupIdRecord = object(
  element('common', 'last-modified-date', wrapped(time), xmlOnly),
  element('common', 'created-date', wrapped(time), xmlOnly),
  element(prefix, 'name', short, required),
  element(prefix, 'group-id', groupIdText, required),
  element(prefix, 'description', short, required),
  element(prefix, 'type', text({ pattern: new RegExp(`^(${GROUP_TYPES.join('|')})$`) }), required),
  element('common', 'source', source, xmlOnly),
  putCode,
);
export type GroupIdContent = ValueOf<typeof groupIdRecord>;

export const GROUP_ID_RECORD = { name: 'group-id-record', prefix, shape: groupIdRecord } satisfies Document;

/** The root element is called as its one field is (M: GroupIdRecords, XmlRootElement). */
export const GROUP_ID_RECORDS = {
  name: 'group-id',
  prefix,
  shape: object(
    element('common', 'last-modified-date', wrapped(time)),
    element(prefix, 'total', number),
    element(prefix, 'page', number),
    element(prefix, 'page-size', number),
    elements(prefix, 'group-id-record', groupIdRecord),
  ),
} satisfies Document;
