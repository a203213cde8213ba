import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bearerOf } from '../api/authenticate.ts';
import { queryOf, textOf } from '../api/request-parts.ts';
import { type Context } from '../http/context.ts';
import { grants } from './scopes.ts';
import { isActive } from './tokens.ts';

const OPEN_TO_BROWSERS = { 'Access-Control-Allow-Origin': '*' };

/** Discovery, keys and userinfo (S: OpenIDConnectDiscoveryService, OpenIDController). */
export function openidPlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.get('/.well-known/openid-configuration', (request, reply) =>
      reply.headers(OPEN_TO_BROWSERS).send(discovery(context.addresses(request).site)),
    );
    app.get('/oauth/jwks', async (_request, reply) =>
      reply.headers(OPEN_TO_BROWSERS).send({ keys: [await context.registry.key.publicJwk()] }),
    );
    app.route({
      method: ['GET', 'POST'],
      url: '/oauth/userinfo',
      handler: (request, reply) => userinfo(context, request, reply),
    });
  };
}

/** No revocation, introspection or end-session endpoint is announced. */
function discovery(issuer: string): Record<string, unknown> {
  return {
    token_endpoint_auth_signing_alg_values_supported: ['RS256'],
    id_token_signing_alg_values_supported: ['RS256'],
    userinfo_endpoint: `${issuer}/oauth/userinfo`,
    authorization_endpoint: `${issuer}/oauth/authorize`,
    token_endpoint: `${issuer}/oauth/token`,
    jwks_uri: `${issuer}/oauth/jwks`,
    claims_supported: ['family_name', 'given_name', 'name', 'auth_time', 'iss', 'sub'],
    scopes_supported: ['openid'],
    subject_types_supported: ['public'],
    response_types_supported: ['code', 'id_token', 'id_token token'],
    claims_parameter_supported: false,
    token_endpoint_auth_methods_supported: ['client_secret_post'],
    grant_types_supported: ['authorization_code', 'implicit', 'refresh_token'],
    issuer,
  };
}

function userinfo(context: Context, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { registry } = context;
  reply.headers(OPEN_TO_BROWSERS);
  const token = registry.tokens.find(presentedToken(request) ?? '');
  const record = token?.orcid === undefined ? undefined : registry.record(token.orcid);
  if (token === undefined || record === undefined || !isActive(token, registry.now())) return denied(reply);
  if (!grants(token.scopes, '/read-public')) return denied(reply);
  const { profile, orcid } = record;
  const isPublic = profile.nameVisibility === 'public';
  return reply.send({
    id: `${context.addresses(request).site}/${orcid}`,
    sub: orcid,
    name: (isPublic ? profile.creditName : undefined) ?? null,
    family_name: (isPublic ? profile.familyName : undefined) ?? null,
    given_name: isPublic ? profile.givenNames : null,
  });
}

/** The hyphen is ORCID's. */
function denied(reply: FastifyReply): FastifyReply {
  return reply.code(403).send({ error: 'access_denied', 'error-description': 'access_token is invalid' });
}

function presentedToken(request: FastifyRequest): string | undefined {
  const { authorization } = request.headers;
  const form = new URLSearchParams(textOf(request));
  const query = request.method === 'POST' ? form : queryOf(request);
  return bearerOf({ authorization, query, method: request.method });
}
