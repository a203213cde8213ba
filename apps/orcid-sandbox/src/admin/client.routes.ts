import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type Registry } from '../registry/registry.ts';
import { notFound, paramOf } from './admin-request.ts';

const reset = z.strictObject({ secret: z.string().min(1).max(100).optional() });

/** A client gets a new secret; the old one stays good for a while. */
export function clientRoutes(app: FastifyInstance, registry: Registry): void {
  app.post('/clients/:id/reset-secret', (request) => {
    const client = registry.clients.find(paramOf(request, 'id'));
    if (client === undefined) return notFound();
    const { secret } = registry.clients.resetSecret(client, registry.now(), reset.parse(request.body ?? {}).secret);
    registry.changed();
    const oldUntil = registry.now() + registry.settings.oauth.oldSecretSeconds * 1000;
    return { secret, oldSecretUntil: new Date(oldUntil).toISOString() };
  });
}
