import { NOTIFICATION, NOTIFICATIONS } from '../model/notification.ts';
import { checkNotification, refusePutCode } from '../rules/notification.rules.ts';
import { type Tree } from '../shape/shape.ts';
import { sourceTree } from '../view/source-tree.ts';
import { type Notification } from '../registry/notifications.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Access, requireScope } from './access.ts';
import { created, shown } from './answer.ts';
import { type ApiCall, callerOf, putCodeOf } from './api-call.ts';
import { OrcidError } from './orcid-error.ts';
import { type Handler } from './read-record.ts';
import { openRecord } from './record-gate.ts';

const MOST = 1000;

export const listNotifications: Handler = (call) => {
  const { record, access } = open(call);
  const own = sentByMembers(call, record).filter(({ clientId }) => clientId === access.client.id);
  return shown(NOTIFICATIONS, { notification: own.slice(0, MOST).map((one) => notificationTree(call, one)) });
};

export const readNotification: Handler = (call) => {
  const { record, access } = open(call);
  const notification = notificationIn(call, record);
  // A general refusal here, and a wrong source when it is archived (S: checkSource, flagAsArchived).
  if (notification.clientId !== access.client.id) throw new OrcidError(9004);
  return shown(NOTIFICATION, notificationTree(call, notification));
};

export const createNotification: Handler = (call) => {
  const content = call.body.read(NOTIFICATION);
  const { record, access } = open(call);
  checkNotification(content, call.registry);
  if (!record.profile.notifications) throw new OrcidError(9032, { params: { orcid: record.orcid } });
  refusePutCode(content);
  const { registry } = call;
  const notification: Notification = {
    putCode: registry.nextPutCode(),
    orcid: record.orcid,
    clientId: access.client.id,
    content,
    created: registry.now(),
  };
  registry.notifications.put(notification);
  registry.changed();
  return created(`${call.publicUrl.replace(/\/$/, '')}/${notification.putCode}`);
};

/** Archiving is all that deleting means, and only while the person has not read it. */
export const archiveNotification: Handler = (call) => {
  const { record, access } = open(call);
  const notification = notificationIn(call, record);
  if (notification.clientId !== access.client.id) throw new OrcidError(9010, { params: { activity: 'notification' } });
  if (notification.read !== undefined) throw new OrcidError(9009);
  const archived = { ...notification, archived: notification.archived ?? call.registry.now() };
  call.registry.notifications.put(archived);
  call.registry.changed();
  return shown(NOTIFICATION, notificationTree(call, archived));
};

function open(call: ApiCall): { record: OrcidRecord; access: Access } {
  const access = callerOf(call);
  const record = openRecord(call);
  requireScope(access, '/premium-notification');
  return { record, access };
}

function sentByMembers({ registry }: ApiCall, record: OrcidRecord): Notification[] {
  return registry.notifications.of(record.orcid).filter(({ isFromOrcid }) => isFromOrcid !== true);
}

function notificationIn(call: ApiCall, record: OrcidRecord): Notification {
  const putCode = putCodeOf(call);
  const found = sentByMembers(call, record).find((notification) => notification.putCode === putCode);
  if (found === undefined) throw new OrcidError(9029, { params: { id: String(putCode), orcid: record.orcid } });
  return found;
}

function notificationTree(call: ApiCall, notification: Notification): Tree {
  const { putCode, clientId, content, created: createdDate, read, archived } = notification;
  const url = content['authorization-url'] as Tree;
  const path = url['path'];
  const { site } = call.addresses;
  return {
    ...content,
    'put-code': putCode,
    'authorization-url':
      typeof path === 'string' && url['uri'] === undefined ? { uri: site + path, path, host: new URL(site).host } : url,
    'created-date': createdDate,
    'read-date': read,
    'archived-date': archived,
    source: sourceTree(call, { kind: 'client', id: clientId }),
  };
}
