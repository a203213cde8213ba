import { element, keyedList, object } from '../shape/fields.ts';
import { type Document } from '../shape/shape.ts';
import { RECORD_NAMESPACES as namespaces } from './namespaces.ts';
import { ERROR } from './record-documents.ts';
import { work } from './work.ts';

/** Up to a hundred works, or what became of them (bulk-3.0.xsd). */
export const BULK = {
  name: 'bulk',
  prefix: 'bulk',
  shape: object(keyedList('bulk', [element('work', 'work', work), element('error', 'error', ERROR.shape)])),
  namespaces,
} satisfies Document;
