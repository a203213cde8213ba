import { type FastifyInstance } from 'fastify';
import { type LogoutPages } from './logout-pages.tsx';
import { type SignOnPages } from './sign-on-pages.tsx';

export function samlRoutes(app: FastifyInstance, signOnPages: SignOnPages, logoutPages: LogoutPages): void {
  app.route({
    method: ['GET', 'POST'],
    url: '/sso',
    handler: (request, reply) => signOnPages.receive(request, reply),
  });
  app.get('/sign-in', (request, reply) => signOnPages.show(request, reply));
  app.post('/sign-in', (request, reply) => signOnPages.choose(request, reply));

  app.route({
    method: ['GET', 'POST'],
    url: '/slo',
    handler: (request, reply) => logoutPages.receive(request, reply),
  });
  app.post('/sign-out', (request, reply) => logoutPages.signOut(request, reply));
}
