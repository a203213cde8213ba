import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Context } from '../http/context.ts';
import { type ApiHost } from '../http/host-router.ts';
import { type Access } from './access.ts';
import { type ApiCall } from './api-call.ts';
import { authenticate } from './authenticate.ts';
import { API_TYPES, bareType, isApiType, type MediaType, negotiate } from './media-type.ts';
import { OAuthShapedError } from './oauth-shaped-error.ts';
import { OrcidError } from './orcid-error.ts';
import { pathOf, queryOf, textOf } from './request-parts.ts';
import { RequestBody } from './read-body.ts';
import { sendAnswer, sendError } from './respond.ts';
import { MEMBER_ROUTES, PUBLIC_ROUTES, type Route } from './routes.ts';
import { redirectToVersion } from './version.ts';

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS'] as const;

/** One of the two APIs: its routes under `/v3.0`, and what happens to everything that is not one of them. */
export function apiPlugin(context: Context, host: ApiHost) {
  return (app: FastifyInstance): void => {
    const byUrl = Map.groupBy(host === 'api' ? MEMBER_ROUTES : PUBLIC_ROUTES, urlOf);
    for (const [url, routes] of byUrl) addPath(app, context, host, url, routes);
    const refuseUnknown = refuse(context, host, 404);
    app.setNotFoundHandler((request, reply) => {
      const redirected = redirectToVersion(request, reply, context.addresses(request)[host]);
      return redirected ?? refuseUnknown(request, reply);
    });
  };
}

/** One path with its methods; HEAD is GET without a body, OPTIONS names them, and what is missing is 405. */
function addPath(app: FastifyInstance, context: Context, host: ApiHost, url: string, routes: readonly Route[]): void {
  const refuseMethod = refuse(context, host, 405);
  const methods = methodsOf(routes);
  app.route({
    method: [...METHODS],
    url,
    handler: (request, reply) => {
      if (request.method === 'OPTIONS') return nameMethods(context, host, methods, request, reply);
      const method = request.method === 'HEAD' ? 'GET' : request.method;
      const route = routes.find((candidate) => candidate.method === method);
      if (route === undefined) return refuseMethod(request, reply);
      return answerCall(request, reply, () => callOf(context, host, request, route), route);
    },
  });
}

/** Of itself by JAX-RS, behind the token like every other call; the public API needs none. */
function nameMethods(
  context: Context,
  host: ApiHost,
  methods: string,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  try {
    gate(context, host, request);
    return reply.header('Allow', methods).send();
  } catch (error) {
    return sendError(reply, error, typeOfError(request));
  }
}

function methodsOf(routes: readonly Route[]): string {
  const own = routes.map(({ method }) => method);
  return [...(own.includes('GET') ? ['HEAD'] : []), ...own, 'OPTIONS'].join(',');
}

function answerCall(request: FastifyRequest, reply: FastifyReply, call: () => ApiCall, route: Route): FastifyReply {
  try {
    const opened = call();
    const type = typeOfAnswer(request, route);
    const handle = type === route.also?.produces ? route.also.handle : route.handle;
    return sendAnswer(reply, handle(opened), type);
  } catch (error) {
    return sendError(reply, error, typeOfError(request));
  }
}

/** Token first, then Content-Type, then Accept, then the body: the order of Spring's filters and of JAX-RS. */
function callOf(context: Context, host: ApiHost, request: FastifyRequest, route: Route): ApiCall {
  const { registry } = context;
  const addresses = context.addresses(request);
  return {
    registry,
    addresses,
    host,
    method: request.method,
    publicUrl: addresses[host] + pathOf(request).slice(`/${host}`.length),
    params: request.params as Record<string, string>,
    query: queryOf(request),
    access: route.isOpen === true ? undefined : gate(context, host, request),
    lagMs: context.traces.get(request)?.trouble.lagMs ?? 0,
    body: new RequestBody(bareType(request.headers['content-type']) ?? '', textOf(request)),
  };
}

function gate(context: Context, host: ApiHost, request: FastifyRequest): Access | undefined {
  const { authorization } = request.headers;
  const credentials = { authorization, query: queryOf(request), method: request.method };
  const access = authenticate(context.registry, credentials, context.traces.get(request)?.trouble.introspection);
  if (access === undefined && host === 'api') throw OAuthShapedError.noToken();
  return access;
}

function refuse(context: Context, host: ApiHost, status: 404 | 405) {
  return (request: FastifyRequest, reply: FastifyReply): FastifyReply => {
    try {
      gate(context, host, request);
      throw new OrcidError(9001, { status });
    } catch (error) {
      return sendError(reply, error, typeOfError(request));
    }
  };
}

function typeOfAnswer({ method, headers }: FastifyRequest, route: Route): string {
  const contentType = headers['content-type'];
  const hasBody = method === 'POST' || method === 'PUT';
  const isChecked = route.isUnversioned !== true && method !== 'GET' && (hasBody || contentType !== undefined);
  if (isChecked && !isApiType(bareType(contentType))) throw new OrcidError(9001, { status: 415 });
  const also = route.also === undefined ? [] : [route.also.produces];
  const offered: readonly string[] = [...(route.produces === undefined ? API_TYPES : [route.produces]), ...also];
  return negotiate(headers.accept, contentType, offered);
}

/** An error goes out even to those whose Accept fits nothing: in XML, the default. */
function typeOfError(request: FastifyRequest): MediaType {
  try {
    return negotiate(request.headers.accept, request.headers['content-type'], API_TYPES);
  } catch {
    return API_TYPES[0];
  }
}

function urlOf({ path, isUnversioned, version }: Route): string {
  return isUnversioned === true ? path : `/${version ?? 'v3.0'}${path}`;
}
