import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bareType } from '../api/media-type.ts';
import { textOf } from '../api/request-parts.ts';
import { type Context } from '../http/context.ts';
import { type Registry } from '../registry/registry.ts';
import { authenticateClient } from './client-authentication.ts';
import { GRANTS } from './grants.ts';
import { TokenError } from './token-error.ts';

const NOT_STORED = { 'Cache-Control': 'no-store', Pragma: 'no-cache' };

/** `/oauth/token`, which the site and both API hosts answer. */
export function tokenPlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.get('/oauth/token', (_request, reply) =>
      reply.code(405).send({ error: 'invalid_request', error_description: 'Only POST is supported' }),
    );
    app.post('/oauth/token', (request, reply) => answering(context.registry, reply, () => token(context, request)));
  };
}

/** `/oauth/revoke`, at the site only. */
export function revokePlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.post('/oauth/revoke', (request, reply) =>
      answering(context.registry, reply, () => {
        revoke(context.registry, request);
        return Promise.resolve(undefined);
      }),
    );
  };
}

async function token(context: Context, request: FastifyRequest): Promise<Record<string, unknown>> {
  const { registry } = context;
  const form = formOf(request);
  const name = form.get('grant_type');
  if (name === null) throw new TokenError(400, 'unsupported_grant_type', 'grantMissing', 'grant_type is missing');
  refuseOverlong(form);
  const client = authenticateClient(registry, request.headers.authorization, form);
  const grant = GRANTS.get(name);
  if (grant === undefined) {
    throw new TokenError(400, 'unsupported_grant_type', 'grantUnknown', `Unsupported grant type: ${name}`);
  }
  return grant({ registry, client, form, issuer: context.addresses(request).site });
}

/** Disables the whole row, access and refresh token; what is unknown or another's is left alone in silence. */
function revoke(registry: Registry, request: FastifyRequest): void {
  const form = formOf(request);
  const client = authenticateClient(registry, request.headers.authorization, form);
  const presented = form.get('token') ?? '';
  const found = registry.tokens.find(presented) ?? registry.tokens.findByRefresh(presented);
  if (found?.clientId !== client.id) return;
  registry.tokens.revoke([found], 'CLIENT_REVOKED');
  registry.changed();
}

/** S: AuthorizationServerUtil, the lengths that the proxy lets through. */
function refuseOverlong(form: URLSearchParams): void {
  const tooLong = (name: string, max: number) => (form.get(name) ?? '').length > max;
  if (tooLong('client_id', 50) || tooLong('client_secret', 100)) {
    throw new TokenError(400, 'invalid_request', 'credentialsTooLong', 'client_id or client_secret is too long');
  }
}

async function answering(registry: Registry, reply: FastifyReply, work: () => Promise<unknown>): Promise<void> {
  reply.headers(NOT_STORED);
  try {
    const body = await work();
    if (body === undefined) reply.code(200).send();
    else reply.code(200).type('application/json;charset=UTF-8').send(body);
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    const description = registry.settings.oauth.texts[error.textKey] ?? error.description;
    const body = { error: error.error, error_description: description };
    reply.code(error.status).type('application/json;charset=UTF-8').send(body);
  }
}

/** Forms only; JSON is refused as the servlet does. */
export function formOf(request: FastifyRequest): URLSearchParams {
  if (bareType(request.headers['content-type']) !== 'application/x-www-form-urlencoded') {
    throw new TokenError(415, 'invalid_request', 'notAForm', 'Content type must be application/x-www-form-urlencoded');
  }
  return new URLSearchParams(textOf(request));
}
