import { element, object, orText, shortWrapped, text } from '../shape/fields.ts';
import { type ValueOf } from '../shape/shape.ts';

/** `{uri, path, host}` of a person or of a client. */
export const identifier = orText(
  'path',
  object(element('common', 'uri', text()), element('common', 'path', text()), element('common', 'host', text())),
);
export type Identifier = ValueOf<typeof identifier>;

/** Who wrote an item, and for whom (common-3.0.xsd, source-type). */
export const source = object(
  element('common', 'source-orcid', identifier),
  element('common', 'source-client-id', identifier),
  element('common', 'source-name', shortWrapped(text())),
  element('common', 'assertion-origin-orcid', identifier),
  element('common', 'assertion-origin-client-id', identifier),
  element('common', 'assertion-origin-name', shortWrapped(text())),
);
export type SourceTree = ValueOf<typeof source>;
