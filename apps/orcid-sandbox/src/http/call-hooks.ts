import { type FastifyInstance, type FastifyRequest } from 'fastify';
import { fingerprint, withoutSecrets } from '../admin/call-log.ts';
import { bareType } from '../api/media-type.ts';
import { bearerOf } from '../api/authenticate.ts';
import { pathOf, queryOf, textOf } from '../api/request-parts.ts';
import { type CallFacts } from '../faults/fault.ts';
import { strike, truncated } from '../faults/strike.ts';
import { type Context } from './context.ts';
import { type Door } from './doors.ts';

/** What happens to one call beside its handling; kept from its first hook to its last. */
interface Trace {
  accessToken?: string | undefined;
  facts?: CallFacts;
  faults: string[];
  after?: 'truncate' | 'reset-after' | undefined;
}

const BODY_SHOWN = 20_000;

/** Faults before and after the handling, and the log of every call. The admin door has neither. */
export function addCallHooks(app: FastifyInstance, context: Context): void {
  const traces = new WeakMap<FastifyRequest, Trace>();
  const { world } = context;

  app.addHook('onRequest', async (request, reply) => {
    if (isOwnBusiness(request)) return;
    const trace = begin(context, request);
    traces.set(request, trace);
    if (trace.facts === undefined) return;
    for (const fault of context.faults.striking(trace.facts, headerOf(request, 'x-sandbox-fault'))) {
      trace.faults.push(fault.effect);
      trace.after = (await strike(fault, world, trace.accessToken, request, reply)) ?? trace.after;
      if (reply.sent) return;
    }
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const after = traces.get(request)?.after;
    if (after === 'reset-after') request.raw.socket.destroy();
    done(null, after === 'truncate' && typeof payload === 'string' ? truncated(payload, reply) : payload);
  });

  app.addHook('onResponse', (request, reply, done) => {
    const trace = traces.get(request);
    if (trace?.facts !== undefined) log(context, request, trace, trace.facts, reply.statusCode);
    done();
  });

  app.addHook('onRequestAbort', (request, done) => {
    const trace = traces.get(request);
    if (trace?.facts !== undefined) log(context, request, trace, trace.facts, 0);
    done();
  });
}

function begin({ world }: Context, request: FastifyRequest): Trace {
  const { authorization } = request.headers;
  const accessToken = bearerOf({ authorization, query: queryOf(request), method: request.method });
  const path = pathOf(request);
  const door = doorOf(path);
  const facts: CallFacts = {
    method: request.method,
    path: door === 'site' ? path : path.slice(`/${door}`.length),
    door,
    clientId: world.tokens.find(accessToken ?? '')?.clientId,
    orcid: /(?:\d{4}-){3}\d{3}[\dX]/.exec(path)?.[0],
    now: world.now(),
  };
  return { accessToken, facts, faults: [] };
}

function log(context: Context, request: FastifyRequest, trace: Trace, facts: CallFacts, status: number): void {
  const { accept, 'content-type': contentType } = request.headers;
  const clientId = facts.clientId ?? clientOfForm(request);
  const query = withoutSecrets(queryOf(request).toString());
  const body = bodyOf(request);
  context.log.add({
    at: new Date(facts.now).toISOString(),
    door: facts.door,
    method: facts.method,
    url: query === '' ? facts.path : `${facts.path}?${query}`,
    status,
    ...(clientId === undefined ? {} : { clientId }),
    ...(facts.orcid === undefined ? {} : { orcid: facts.orcid }),
    ...(trace.accessToken === undefined ? {} : { token: fingerprint(trace.accessToken) }),
    ...(accept === undefined ? {} : { accept }),
    ...(contentType === undefined ? {} : { contentType }),
    ...(body === '' ? {} : { body }),
    ...(trace.faults.length === 0 ? {} : { faults: trace.faults }),
  });
}

function bodyOf(request: FastifyRequest): string {
  const body = textOf(request);
  return isForm(request) ? withoutSecrets(body) : body.slice(0, BODY_SHOWN);
}

function clientOfForm(request: FastifyRequest): string | undefined {
  return isForm(request) ? (new URLSearchParams(textOf(request)).get('client_id') ?? undefined) : undefined;
}

function isForm(request: FastifyRequest): boolean {
  return bareType(request.headers['content-type']) === 'application/x-www-form-urlencoded';
}

function doorOf(path: string): Door {
  if (path.startsWith('/api/')) return 'api';
  return path.startsWith('/pub/') ? 'pub' : 'site';
}

function isOwnBusiness(request: FastifyRequest): boolean {
  return request.url.startsWith('/__');
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
