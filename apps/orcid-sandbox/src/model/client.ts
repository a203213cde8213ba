import { element, object, text } from '../shape/fields.ts';
import { type Document } from '../shape/shape.ts';

export const CLIENT = {
  name: 'client',
  prefix: 'client',
  shape: object(element('client', 'name', text()), element('client', 'description', text())),
} satisfies Document;
