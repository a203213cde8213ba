import { type FastifyInstance } from 'fastify';
import { type Context } from '../http/context.ts';
import { sendConnectionNotices } from '../world/orcid-connections.ts';
import { notFound, paramOf } from './admin-request.ts';

/** What ORCID sends of its own accord, and what lies in inboxes. */
export function messageRoutes(app: FastifyInstance, context: Context): void {
  const { world, webhookSender } = context;
  app.get('/webhooks', () => [...world.webhooks]);
  app.post('/webhooks/run', async () => ({ calls: await webhookSender.run() }));
  app.post('/connection-notices/run', (request) => ({
    sent: sendConnectionNotices(world, context.addresses(request).site),
  }));
  app.get('/notifications', () => [...world.notifications]);
  app.post('/notifications/:id/read', (request) => {
    const found = [...world.notifications].find(({ putCode }) => putCode === Number(paramOf(request, 'id')));
    if (found === undefined) return notFound();
    world.notifications.put({ ...found, read: world.now() });
    world.changed();
    return { read: true };
  });
}
