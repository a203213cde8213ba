import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import fastify, { type FastifyInstance } from 'fastify';
import { type DevIdp } from '../dev-idp.ts';
import { SingleLogout } from '../logout/single-logout.ts';
import { SignOn } from '../sign-on/sign-on.ts';
import { adminRoutes } from './admin.routes.ts';
import { assetRoutes } from './assets.routes.ts';
import { answerFaultsWithJson, answerFaultsWithPages } from './faults.tsx';
import { homeRoutes } from './home.routes.tsx';
import { LogoutPages } from './logout-pages.tsx';
import { samlRoutes } from './saml.routes.ts';
import { addSecurityHeaders } from './security-headers.ts';
import { SignOnPages } from './sign-on-pages.tsx';

/** Two halves that take different bodies: people's browsers bring forms, the administration takes JSON. */
export async function buildServer(idp: DevIdp): Promise<FastifyInstance> {
  const app = fastify({ logger: { level: 'warn', stream: process.stderr }, bodyLimit: 512 * 1024 });
  const signOn = new SignOn(idp);
  const logout = new SingleLogout(idp);
  addSecurityHeaders(app, idp.serviceProviders);
  answerFaultsWithPages(app, idp);
  await app.register(async (pages) => {
    await pages.register(cookie);
    await pages.register(formbody);
    assetRoutes(pages);
    homeRoutes(pages, idp);
    samlRoutes(pages, new SignOnPages(idp, signOn), new LogoutPages(idp, logout));
  });
  await app.register((admin, _options, done) => {
    answerFaultsWithJson(admin);
    adminRoutes(admin, idp, () => {
      for (const memory of [idp.switchboard, idp.sessions, idp.log, signOn, logout]) memory.clear();
    });
    done();
  });
  await app.ready();
  return app;
}
