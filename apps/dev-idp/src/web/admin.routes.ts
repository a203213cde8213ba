import { type FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type DevIdp } from '../dev-idp.ts';
import { type Person, switchesSchema } from '../settings.ts';

/** A misspelt person would be a switch that never acts, so it is refused. */
function switchSettingSchema(people: readonly Person[]) {
  const names = new Set(people.flatMap(({ key, username }) => [key, username]));
  return z.strictObject({
    person: z
      .string()
      .refine((name) => names.has(name), 'No person has that key or username')
      .optional(),
    switch: switchesSchema,
  });
}

/** JSON only: a page of another site can post a form to localhost, but not JSON. */
export function adminRoutes(app: FastifyInstance, idp: DevIdp, forget: () => void): void {
  const settingSchema = switchSettingSchema(idp.settings.people);

  app.post('/__admin/next', (request, reply) => {
    idp.switchboard.setNext(settingSchema.parse(request.body));
    return reply.code(204).send();
  });

  app.post('/__admin/always', (request, reply) => {
    idp.switchboard.setAlways(settingSchema.parse(request.body));
    return reply.code(204).send();
  });

  app.post('/__admin/reset', (_request, reply) => {
    forget();
    return reply.code(204).send();
  });

  app.get('/__admin/log', () => ({ events: idp.log.events }));
}
