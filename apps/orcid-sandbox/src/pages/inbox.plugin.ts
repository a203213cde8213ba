import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Context } from '../http/context.ts';
import { type NotificationContent } from '../model/notification.ts';
import { displayName } from '../view/public-name.ts';
import { type Notification } from '../registry/notifications.ts';
import { type Registry } from '../registry/registry.ts';
import { sendPage } from './html-reply.ts';
import { type InboxMessage, InboxPage } from './inbox.page.tsx';
import { signedIn } from './visitor.ts';

/** Where notices arrive: those of members, and those with which ORCID itself begins a connection. */
export function inboxPlugin({ registry }: Context) {
  return (app: FastifyInstance): void => {
    app.get('/inbox', (request, reply) => inbox(registry, request, reply));
    app.post('/inbox/:putCode/archive', (request, reply) => archive(registry, request, reply));
  };
}

function inbox(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(registry, request);
  if (person === undefined) return reply.redirect('/signin?next=/inbox', 303);
  const received = registry.notifications.of(person.orcid);
  for (const notification of received) {
    if (notification.read === undefined) registry.notifications.put({ ...notification, read: registry.now() });
  }
  registry.changed();
  const messages = received.map((notification) => messageOf(registry, notification));
  return sendPage(reply, InboxPage({ name: displayName(person.profile), messages }));
}

function archive(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(registry, request);
  const { putCode } = request.params as { putCode: string };
  const found = person === undefined ? undefined : registry.notifications.find(person.orcid, Number(putCode));
  if (found !== undefined) registry.notifications.put({ ...found, archived: found.archived ?? registry.now() });
  registry.changed();
  return reply.redirect('/inbox', 303);
}

function messageOf(registry: Registry, notification: Notification): InboxMessage {
  const { putCode, clientId, content, isFromOrcid } = notification;
  const said: NotificationContent = content;
  const sender = registry.clients.find(clientId)?.name ?? clientId;
  const archivedAt = registry.notifications.archivedAt(notification);
  return {
    putCode,
    sender: isFromOrcid === true ? `ORCID, for ${sender}` : sender,
    subject: said['notification-subject'] ?? '',
    intro: said['notification-intro'] ?? '',
    items: (said.items?.item ?? []).map((item) => `${item['item-type'] ?? ''}: ${item['item-name'] ?? ''}`),
    link: {
      url: said['authorization-url']?.uri ?? said['authorization-url']?.path ?? '',
      words: isFromOrcid === true ? `Connect with ${sender}` : 'Grant permission',
    },
    archived: { on: dayOf(archivedAt), isPast: notification.archived !== undefined },
    deletedOn: dayOf(registry.notifications.deletedAt(notification)),
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
