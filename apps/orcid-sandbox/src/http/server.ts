import fastify, { type FastifyInstance } from 'fastify';
import { adminPlugin } from '../admin/admin.plugin.ts';
import { apiPlugin } from '../api/api.plugin.ts';
import { authorizePlugin } from '../oauth/authorize.plugin.ts';
import { interstitialPlugin } from '../oauth/interstitial.plugin.ts';
import { openidPlugin } from '../oauth/openid.plugin.ts';
import { TokenError } from '../oauth/token-error.ts';
import { revokePlugin, tokenPlugin } from '../oauth/token.plugin.ts';
import { accountPlugin } from '../pages/account.plugin.ts';
import { inboxPlugin } from '../pages/inbox.plugin.ts';
import { sitePlugin } from '../pages/site.plugin.ts';
import { addFrontProxy } from '../front/front-proxy.ts';
import { addCallHooks } from './call-hooks.ts';
import { type Context } from './context.ts';
import { reportFault } from './report-fault.ts';
import { HostRouter } from './host-router.ts';
import { TitleCaseResponse } from './title-case-response.ts';

/** One listener for the three hosts and the admin API. */
export async function buildServer(context: Context): Promise<FastifyInstance> {
  const { baseUrls, trustProxy } = context.registry.settings;
  const router = new HostRouter(baseUrls);
  const app = fastify({
    http: { ServerResponse: TitleCaseResponse },
    routerOptions: { ignoreTrailingSlash: true, maxParamLength: 5000 },
    bodyLimit: 20 * 1024 * 1024,
    forceCloseConnections: true,
    trustProxy,
    rewriteUrl: (request) => {
      const forwarded = trustProxy ? request.headers['x-forwarded-host'] : undefined;
      return router.innerUrl(typeof forwarded === 'string' ? forwarded : request.headers.host, request.url ?? '/');
    },
  });
  addCallHooks(app, context);
  await app.register(adminPlugin(context), { prefix: '/__admin' });
  await app.register(hosts(context));
  return app;
}

/** Bodies are read as text everywhere; each host knows what it expects. */
function hosts(context: Context) {
  return async (app: FastifyInstance): Promise<void> => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
      done(null, body);
    });
    app.setErrorHandler((error, request, reply) => {
      if (error instanceof TokenError) {
        return reply.code(error.status).send({ error: error.error, error_description: error.description });
      }
      // A caller who left in the middle of the body is no fault of this program.
      if (request.raw.complete) reportFault(error);
      return reply.code(500).type('text/plain').send('Something went wrong in the ORCID simulator.');
    });
    for (const host of ['api', 'pub'] as const) {
      await app.register(tokenPlugin(context), { prefix: `/${host}` });
      await app.register(
        async (api) => {
          addFrontProxy(api, context, host);
          await api.register(apiPlugin(context, host));
        },
        { prefix: `/${host}` },
      );
    }
    const site = [
      tokenPlugin,
      revokePlugin,
      openidPlugin,
      authorizePlugin,
      interstitialPlugin,
      accountPlugin,
      inboxPlugin,
      sitePlugin,
    ];
    for (const plugin of site) await app.register(plugin(context));
  };
}
