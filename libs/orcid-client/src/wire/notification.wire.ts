import {
  NOTIFIED_KINDS,
  type NotifiedItem,
  type PermissionNotification,
  type SentNotification,
} from '@ligature/orcid-model';
import { externalId } from './external-id.wire.ts';
import { isNothing, objectIn } from './json.ts';
import { list } from './list.wire.ts';
import { at, maybe, object } from './object.wire.ts';
import { putCode, time } from './scalar.wire.ts';
import { text, word } from './text.wire.ts';
import type { Wire } from './wire.ts';

const item = object<NotifiedItem>({
  kind: at('item-type', word(NOTIFIED_KINDS)),
  name: at('item-name', text({ max: 1000 })),
  externalId: maybe('external-id', externalId),
});

const ADDRESS = {
  form: { test: (value: string) => value.startsWith('/') || URL.canParse(value) },
  called: 'a whole address, or a path of ORCID’s site',
} as const;

/** ORCID fills in its own site where it gets a path only. */
const authorization: Wire<string> = {
  ...text(ADDRESS),
  write: (value) => (value.startsWith('/') ? { path: value } : { uri: value }),
  read: (json) => {
    if (isNothing(json)) return undefined;
    const { uri, path } = objectIn(json);
    return text().read(uri ?? path);
  },
};

const content = object<PermissionNotification>({
  subject: at('notification-subject', text()),
  introduction: at('notification-intro', text({ max: 1000 })),
  authorization: at('authorization-url', authorization),
  items: at('items.item', list(item, { min: 1 })),
});

/** M: notification_3.0/notification-permission-3.0.xsd */
export const permissionNotification: Wire<PermissionNotification> = {
  ...content,
  write: (value) => ({ 'notification-type': 'permission', ...(content.write(value) as object) }),
};

/** Times are bare numbers here. */
export const sentNotification = object<SentNotification>({
  putCode: at('put-code', putCode),
  content: at('', permissionNotification),
  createdAt: maybe('created-date', time),
  sentAt: maybe('sent-date', time),
  readAt: maybe('read-date', time),
  actedOnAt: maybe('actioned-date', time),
  archivedAt: maybe('archived-date', time),
});
