import { attribute, boolean, content, element, elements, object, oneOf, shortWrapped, text } from '../shape/fields.ts';
import { type Tree, type ValueOf } from '../shape/shape.ts';
import { normalize } from './normalize.ts';
import { RELATIONSHIPS } from './vocabulary.ts';

const filled = text({ filled: true });

const normalized = object(content('value', text()), attribute('transient', boolean));

const normalizedError = object(
  element('common', 'error-code', text()),
  element('common', 'error-message', text()),
  attribute('transient', boolean),
);

/**
 * The identifier of a funding or a notification: shown as it was sent, nothing is normalized (observed by orcid-mock,
 * 2026-10; notification-permission-3.0.xsd knows no normalized form).
 */
export const rawExternalId = object(
  element('common', 'external-id-type', filled, { required: true }),
  element('common', 'external-id-value', filled, { required: true }),
  element('common', 'external-id-normalized', normalized, { readOnly: true }),
  element('common', 'external-id-normalized-error', normalizedError, { readOnly: true }),
  element('common', 'external-id-url', shortWrapped(text())),
  element('common', 'external-id-relationship', oneOf(RELATIONSHIPS)),
);

/** The identifier of everything else: what it means is added when it is read. */
export const externalId = { ...rawExternalId, present: withNormalized };
export type ExternalId = ValueOf<typeof externalId>;

export const externalIds = object(elements('common', 'external-id', externalId));
export const rawExternalIds = object(elements('common', 'external-id', rawExternalId));
export type ExternalIds = ValueOf<typeof externalIds>;

/** Stored as sent; what the value means to ORCID is added when it is read (JSONWorkExternalIdentifiersMapperV3). */
function withNormalized(value: Tree): Tree {
  const { 'external-id-type': type = '', 'external-id-value': raw = '' } = value as ExternalId;
  const meaning = normalize(type, raw);
  if (meaning !== '') return { ...value, 'external-id-normalized': { value: meaning, transient: true } };
  const message = `Cannot normalize identifier value ${type}:${raw}`;
  return {
    ...value,
    'external-id-normalized-error': { 'error-code': '8001', 'error-message': message, transient: true },
  };
}
