import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Context } from '../http/context.ts';
import { type NotificationContent } from '../model/notification.ts';
import { displayName } from '../view/public-name.ts';
import { type Notification } from '../world/notifications.ts';
import { type World } from '../world/world.ts';
import { sendPage } from './html-reply.ts';
import { type InboxMessage, InboxPage } from './inbox.page.tsx';
import { signedIn } from './visitor.ts';

/** Where permission notifications arrive. */
export function inboxPlugin({ world }: Context) {
  return (app: FastifyInstance): void => {
    app.get('/inbox', (request, reply) => inbox(world, request, reply));
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

function messageOf(world: World, { putCode, clientId, content, archived }: Notification): InboxMessage {
  const said: NotificationContent = content;
  return {
    putCode,
    sender: world.clients.find(clientId)?.name ?? clientId,
    subject: said['notification-subject'] ?? '',
    intro: said['notification-intro'] ?? '',
    items: (said.items?.item ?? []).map((item) => `${item['item-type'] ?? ''}: ${item['item-name'] ?? ''}`),
    url: said['authorization-url']?.uri ?? said['authorization-url']?.path ?? '',
    isArchived: archived !== undefined,
  };
}
