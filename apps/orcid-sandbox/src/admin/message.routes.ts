import { type FastifyInstance } from 'fastify';
import { type Context } from '../http/context.ts';
import { sendConnectionNotices } from '../registry/orcid-connections.ts';
import { notFound, paramOf } from './admin-request.ts';

/** What ORCID sends of its own accord, and what lies in inboxes. */
export function messageRoutes(app: FastifyInstance, context: Context): void {
  const { registry, webhookSender } = context;
  app.get('/webhooks', () => [...registry.webhooks]);
  app.post('/webhooks/run', async () => ({ calls: await webhookSender.run() }));
  app.post('/connection-notices/run', (request) => ({
    sent: sendConnectionNotices(registry, context.addresses(request).site),
  }));
  app.get('/notifications', () => [...registry.notifications]);
  app.post('/notifications/:id/read', (request) => {
    const found = [...registry.notifications].find(({ putCode }) => putCode === Number(paramOf(request, 'id')));
    if (found === undefined) return notFound();
    registry.notifications.put({ ...found, read: registry.now() });
    registry.changed();
    return { read: true };
  });
}
