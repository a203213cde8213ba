import { attribute, element, elements, number, object, orText, text, time } from '../shape/fields.ts';
import { type Document, type ValueOf } from '../shape/shape.ts';
import { rawExternalId } from './external-id.ts';
import { source } from './source.ts';
import { NOTIFICATION_ITEM_TYPES } from './vocabulary.ts';

const prefix = 'notification';
const required = { required: true } as const;
const readOnly = { readOnly: true } as const;

const item = object(
  element(prefix, 'item-type', text({ pattern: new RegExp(`^(${NOTIFICATION_ITEM_TYPES.join('|')})$`) }), required),
  element(prefix, 'item-name', text({ max: 1000 }), required),
  element('common', 'external-id', rawExternalId),
);

/** A request in the person's inbox; its dates are bare numbers in JSON (M: NotificationPermission). */
const notification = object(
  attribute('put-code', number),
  element(prefix, 'notification-type', text({ pattern: /^permission$/ }), required),
  element(
    prefix,
    'authorization-url',
    orText(
      'uri',
      object(element(prefix, 'uri', text()), element(prefix, 'path', text()), element(prefix, 'host', text())),
    ),
    required,
  ),
  element(prefix, 'notification-subject', text(), required),
  element(prefix, 'notification-intro', text({ max: 1000 }), required),
  element(prefix, 'items', object(elements(prefix, 'item', item, required)), required),
  element('common', 'created-date', time, readOnly),
  element('common', 'sent-date', time, readOnly),
  element('common', 'read-date', time, readOnly),
  element(prefix, 'actioned-date', time, readOnly),
  element('common', 'archived-date', time, readOnly),
  element('common', 'source', source, readOnly),
);
export type NotificationContent = ValueOf<typeof notification>;

export const NOTIFICATION = { name: 'notification', prefix, shape: notification } satisfies Document;
export const NOTIFICATIONS = {
  name: 'notifications',
  prefix,
  shape: object(elements(prefix, 'notification', notification)),
} satisfies Document;
