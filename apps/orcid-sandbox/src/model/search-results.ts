import { attribute, element, elements, number, object, text } from '../shape/fields.ts';
import { type Document } from '../shape/shape.ts';
import { identifier } from './source.ts';

/** No hits are `null` here, not an empty list (observed by orcid-mock). */
const nullWhenEmpty = { nullWhenEmpty: true } as const;
const numFound = attribute('num-found', number);

export const SEARCH = {
  name: 'search',
  prefix: 'search',
  shape: object(
    elements('search', 'result', object(element('common', 'orcid-identifier', identifier)), nullWhenEmpty),
    numFound,
  ),
} satisfies Document;

const prefix = 'expanded-search';

export const EXPANDED_SEARCH = {
  name: 'expanded-search',
  prefix,
  shape: object(
    elements(
      prefix,
      'expanded-result',
      object(
        element(prefix, 'orcid-id', text()),
        element(prefix, 'given-names', text()),
        element(prefix, 'family-names', text()),
        element(prefix, 'credit-name', text()),
        elements(prefix, 'other-name', text()),
        elements(prefix, 'email', text()),
        elements(prefix, 'institution-name', text()),
      ),
      nullWhenEmpty,
    ),
    numFound,
  ),
} satisfies Document;
