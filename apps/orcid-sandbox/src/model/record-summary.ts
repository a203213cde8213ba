import { boolean, element, elements, number, object, text, time, wrapped } from '../shape/fields.ts';
import { type Document, type ObjectShape } from '../shape/shape.ts';
import { fuzzyDate } from './fuzzy-date.ts';
import { identifier } from './source.ts';

const prefix = 'summary';
const nullWhenEmpty = { nullWhenEmpty: true } as const;

const affiliation = object(
  element(prefix, 'put-code', number),
  element(prefix, 'type', text()),
  element(prefix, 'organization-name', text()),
  element(prefix, 'role', text()),
  element(prefix, 'url', text()),
  element('common', 'start-date', fuzzyDate),
  element('common', 'end-date', fuzzyDate),
  element(prefix, 'validated', boolean),
);

const counted = (name: string, member: ObjectShape): ObjectShape =>
  object(element(prefix, 'count', number), elements(prefix, name, member, nullWhenEmpty));

const counts = object(element(prefix, 'self-asserted-count', number), element(prefix, 'validated-count', number));

/** Trust markers: how much of a record somebody else has confirmed (summary-3.0.xsd). */
export const RECORD_SUMMARY = {
  name: 'record-summary',
  prefix,
  shape: object(
    element('common', 'created-date', wrapped(time)),
    element('common', 'last-modified-date', wrapped(time)),
    element(prefix, 'credit-name', text()),
    element('common', 'orcid-identifier', identifier),
    element(
      prefix,
      'external-identifiers',
      object(
        elements(
          prefix,
          'external-identifier',
          object(
            element(prefix, 'put-code', number),
            element(prefix, 'external-id-type', text()),
            element(prefix, 'external-id-value', text()),
            element(prefix, 'external-id-url', text()),
            element(prefix, 'validated', boolean),
          ),
        ),
      ),
    ),
    element(prefix, 'employments', counted('employment', affiliation)),
    element(prefix, 'professional-activities', counted('professional-activity', affiliation)),
    element(prefix, 'fundings', counts),
    element(prefix, 'works', counts),
    element(
      prefix,
      'peer-reviews',
      object(
        element(prefix, 'peer-review-publication-grants', number),
        element(prefix, 'self-asserted-count', number),
        element(prefix, 'total', number),
      ),
    ),
    element(prefix, 'education-qualifications', counted('education-qualification', affiliation)),
    element(prefix, 'research-resources', counts),
    element(
      prefix,
      'email-domains',
      counted(
        'email-domain',
        object(element(prefix, 'value', text()), element(prefix, 'verification-date', wrapped(time))),
      ),
    ),
  ),
} satisfies Document;
