import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type DevIdp } from '../dev-idp.ts';
import { HomePage } from '../pages/home.page.tsx';
import { idpMetadata } from '../saml/idp-metadata.ts';
import { sessionOf } from './browser-session.ts';
import { sendPage } from './page-reply.ts';

export function homeRoutes(app: FastifyInstance, idp: DevIdp): void {
  const showHome = (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    const session = sessionOf(request, idp);
    const participants = session?.participants.map(({ audience }) => audience) ?? [];
    const { displayName } = idp.settings;
    return sendPage(reply, <HomePage institution={displayName} person={session?.person} participants={participants} />);
  };
  app.get('/', showHome);
  app.get('/sign-out', showHome);

  app.get('/metadata', (_request, reply) => reply.type('application/samlmetadata+xml').send(idpMetadata(idp)));
}
