import { type FastifyReply, type FastifyRequest } from 'fastify';
import { bareType, isJson } from './media-type.ts';
import { OrcidError } from './orcid-error.ts';
import { sendError } from './respond.ts';

/**
 * What ORCID does with a path that names no version, or one that is gone (S: DefaultApiVersionFilter,
 * ApiVersionRedirectionFilter).
 * @returns the reply, or nothing when the path is of this version and simply unknown
 */
export function redirectToVersion(
  request: FastifyRequest,
  reply: FastifyReply,
  base: string,
): FastifyReply | undefined {
  const path = request.url.replace(/^\/(api|pub)/, '') || '/';
  const [, version, candidate] = /^\/v(\d\.\d)(_\w+)?(?=\/|$)/.exec(path) ?? [];
  if (version === undefined) return withoutVersion(request, reply, `${base}/v3.0${path}`);
  if (candidate === undefined) return undefined;
  const location = `${base}${path.replace(candidate, '')}`;
  const gone = new OrcidError(9056, { params: { version }, headers: { Location: location } });
  return sendError(reply, gone, typeFor(request));
}

function withoutVersion(request: FastifyRequest, reply: FastifyReply, location: string): FastifyReply {
  if (request.method === 'GET') return reply.redirect(location, 302);
  const detail = `Please specify the API Version you want to ${request.method} to`;
  return sendError(reply, new OrcidError(9012, { detail }), typeFor(request));
}

function typeFor(request: FastifyRequest): 'application/json' | 'application/xml' {
  const wanted = bareType(request.headers.accept) ?? bareType(request.headers['content-type']) ?? '';
  return isJson(wanted) ? 'application/json' : 'application/xml';
}
