import { setTimeout as sleep } from 'node:timers/promises';
import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { bearerOf } from '../api/authenticate.ts';
import { OrcidError } from '../api/orcid-error.ts';
import { queryOf } from '../api/request-parts.ts';
import { sendError } from '../api/respond.ts';
import { sendTooMany, sendUnavailable } from './proxy-answers.ts';
import { type Context } from '../http/context.ts';
import { type ApiHost } from '../http/host-router.ts';

/** What Spring Security adds to every answer; ORCID's own tests find the body by it (T: test_public_record.py). */
const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'no-cache, no-store, max-age=0, must-revalidate',
  Pragma: 'no-cache',
  Expires: '0',
  'X-Frame-Options': 'DENY',
};

/** To a preflight (S: CorsFilter). Authorization is not in the list: a page in a browser reads without a token. */
const PREFLIGHT_HEADERS = {
  'Access-Control-Allow-Methods': 'GET, POST, PUT, DELETE',
  'Access-Control-Allow-Headers': 'X-Requested-With,Origin,Content-Type, Accept',
};

/** What stands before the two APIs: https only, rates and quotas, and the public API open to browsers. */
export function addFrontProxy(app: FastifyInstance, context: Context, host: ApiHost): void {
  app.addHook('onRequest', async (request, reply) => {
    if (host === 'pub') openToBrowsers(request, reply);
    reply.headers(SECURITY_HEADERS);
    if (isPlainHttp(context, host, request)) return refusePlainHttp(reply);
    return limit(context, host, request, reply);
  });
}

function openToBrowsers({ method, headers }: FastifyRequest, reply: FastifyReply): void {
  reply.header('Access-Control-Allow-Origin', '*');
  const isPreflight = method === 'OPTIONS' && headers['access-control-request-method'] !== undefined;
  if (isPreflight) reply.headers(PREFLIGHT_HEADERS);
}

/**
 * Known only from a trusted proxy, and wrong only where the public address begins with https, and for what has a
 * version: webhooks have none (T: test_member30_api_post_update.py, test_expected_errors.py).
 */
function isPlainHttp(context: Context, host: ApiHost, request: FastifyRequest): boolean {
  const { trustProxy } = context.registry.settings;
  const isForwardedPlain = trustProxy && request.headers['x-forwarded-proto'] === 'http';
  return isForwardedPlain && isVersioned(request) && context.addresses(request)[host].startsWith('https:');
}

function isVersioned(request: FastifyRequest): boolean {
  return /^\/(api|pub)\/v\d/.test(request.url);
}

function refusePlainHttp(reply: FastifyReply): FastifyReply {
  const detail = 'This API Version only allows HTTPS calls.';
  return sendError(reply, new OrcidError(9012, { detail }), 'application/xml');
}

async function limit(
  context: Context,
  host: ApiHost,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply | undefined> {
  const { registry, rateLimits } = context;
  const { authorization } = request.headers;
  const bearer = bearerOf({ authorization, query: queryOf(request), method: request.method });
  const clientId = registry.tokens.find(bearer ?? '')?.clientId;
  const caller = { host, name: clientId ?? request.ip, isAnonymous: clientId === undefined };
  const decision = rateLimits.judge(caller, performance.now(), registry.now());
  switch (decision.kind) {
    case 'busy':
      return sendUnavailable(reply);
    case 'over-quota':
      return sendTooMany(reply);
    case 'wait':
      if (decision.ms > 0) await sleep(decision.ms);
      return undefined;
  }
}
