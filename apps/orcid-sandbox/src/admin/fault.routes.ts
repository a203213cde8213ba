import { type FastifyInstance } from 'fastify';
import { faultSchema } from '../faults/fault-settings.ts';
import { type Context } from '../http/context.ts';
import { notFound, paramOf } from './admin-request.ts';

/** Faults are added, listed and removed. */
export function faultRoutes(app: FastifyInstance, context: Context): void {
  const { faults } = context;
  app.get('/faults', () => faults.all);
  app.post('/faults', (request, reply) => reply.code(201).send(context.addFault(faultSchema.parse(request.body))));
  app.delete('/faults', (_request, reply) => {
    context.clearFaults();
    return reply.code(204).send();
  });
  app.delete('/faults/:id', (request, reply) =>
    context.removeFault(Number(paramOf(request, 'id'))) ? reply.code(204).send() : notFound(),
  );
}
