import { element, elements, object, oneOf, orText, shortWrapped, text } from '../shape/fields.ts';
import { type Shape, type ValueOf } from '../shape/shape.ts';
import { FUNDING_CONTRIBUTOR_ROLES } from './vocabulary.ts';

/** A bare text is the path (M: OrcidIdBase). */
const contributorOrcid = orText(
  'path',
  object(
    element('common', 'uri', text({ pattern: /^https?:\/\/[^/]+(\/[^/]+)*\/(\d{4}-){3}\d{3}[\dX]$/ })),
    element('common', 'path', text({ pattern: /^(\d{4}-){3}\d{3}[\dX]$/ })),
    element('common', 'host', text()),
  ),
);

const contributor = <const S extends Shape>(prefix: string, attributes: S) =>
  object(
    element('common', 'contributor-orcid', contributorOrcid),
    element(prefix, 'credit-name', shortWrapped(text({ max: 150, filled: true }))),
    element(prefix, 'contributor-email', shortWrapped(text({ max: 350, pattern: /^[^@]+@[^.]+\..+$/ }))),
    element(prefix, 'contributor-attributes', attributes),
  );

/** A work's roles are checked by hand (9058), its sequence by the schema. */
export const workContributors = object(
  elements(
    'work',
    'contributor',
    contributor(
      'work',
      object(
        element('work', 'contributor-sequence', text({ pattern: /^(first|additional)$/ })),
        element('work', 'contributor-role', text()),
      ),
    ),
  ),
);
export type WorkContributors = ValueOf<typeof workContributors>;

export const fundingContributors = object(
  elements(
    'funding',
    'contributor',
    contributor('funding', object(element('funding', 'contributor-role', oneOf(FUNDING_CONTRIBUTOR_ROLES)))),
  ),
);
