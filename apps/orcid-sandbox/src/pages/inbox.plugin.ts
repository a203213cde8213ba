import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Context } from '../http/context.ts';
import { type NotificationContent } from '../model/notification.ts';
import { displayName } from '../view/public-name.ts';
import { type Notification } from '../world/notifications.ts';
import { type World } from '../world/world.ts';
import { sendPage } from './html-reply.ts';
import { type InboxMessage, InboxPage } from './inbox.page.tsx';
import { signedIn } from './visitor.ts';

/** Where notices arrive: those of members, and those with which ORCID itself begins a connection. */
export function inboxPlugin({ world }: Context) {
  return (app: FastifyInstance): void => {
    app.get('/inbox', (request, reply) => inbox(world, request, reply));
    app.post('/inbox/:putCode/archive', (request, reply) => archive(world, request, reply));
  };
}

function inbox(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(world, request);
  if (person === undefined) return reply.redirect('/signin?next=/inbox', 303);
  const received = world.notifications.of(person.orcid);
  for (const notification of received) {
    if (notification.read === undefined) world.notifications.put({ ...notification, read: world.now() });
  }
  world.changed();
  const messages = received.map((notification) => messageOf(world, notification));
  return sendPage(reply, InboxPage({ name: displayName(person.profile), messages }));
}

function archive(world: World, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(world, request);
  const { putCode } = request.params as { putCode: string };
  const found = person === undefined ? undefined : world.notifications.find(person.orcid, Number(putCode));
  if (found !== undefined) world.notifications.put({ ...found, archived: found.archived ?? world.now() });
  world.changed();
  return reply.redirect('/inbox', 303);
}

function messageOf(world: World, notification: Notification): InboxMessage {
  const { putCode, clientId, content, isFromOrcid } = notification;
  const said: NotificationContent = content;
  const sender = world.clients.find(clientId)?.name ?? clientId;
  const archivedAt = world.notifications.archivedAt(notification);
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
    deletedOn: dayOf(world.notifications.deletedAt(notification)),
  };
}

function dayOf(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
