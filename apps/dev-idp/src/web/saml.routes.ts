import { type FastifyInstance } from 'fastify';
import { type LogoutDesk } from './logout-desk.tsx';
import { type SignOnDesk } from './sign-on-desk.tsx';

export function samlRoutes(app: FastifyInstance, signOnDesk: SignOnDesk, logoutDesk: LogoutDesk): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/sso',
    handler: (request, reply) => signOnDesk.receive(request, reply),
  });
  app.get('/sign-in', (request, reply) => signOnDesk.show(request, reply));
  app.post('/sign-in', (request, reply) => signOnDesk.choose(request, reply));

  app.route({
    method: ['GET', 'POST'],
    url: '/slo',
    handler: (request, reply) => logoutDesk.receive(request, reply),
  });
  app.post('/sign-out', (request, reply) => logoutDesk.signOut(request, reply));
}
