import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type World } from '../world/world.ts';
import { notFound, paramOf } from './admin-request.ts';

const reset = z.strictObject({ secret: z.string().min(1).max(100).optional() });

/** A client gets a new secret; the old one stays good for a while. */
export function clientRoutes(app: FastifyInstance, world: World): void {
  app.post('/clients/:id/reset-secret', (request) => {
    const client = world.clients.find(paramOf(request, 'id'));
    if (client === undefined) return notFound();
    const { secret } = world.clients.resetSecret(client, world.now(), reset.parse(request.body ?? {}).secret);
    world.changed();
    const oldUntil = world.now() + world.settings.oauth.oldSecretSeconds * 1000;
    return { secret, oldSecretUntil: new Date(oldUntil).toISOString() };
  });
}
