import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { spoil } from '../faults/spoil.ts';
import { strike } from '../faults/strike.ts';
import { type CallTrace, traceOf } from './call-trace.ts';
import { type Context } from './context.ts';
import { entryOf, type Outcome } from './log-call.ts';

/** The caller left before the whole request was here. */
const NOTHING_DONE = 0;

/** Faults before and after the handling, and the log of every call. What the admin asks has neither. */
export function addCallHooks(app: FastifyInstance, context: Context): void {
  const { traces, registry } = context;

  app.addHook('onRequest', (request, _reply, done) => {
    if (!request.url.startsWith('/__')) traces.set(request, traceOf(registry, request));
    done();
  });

  // After the body has come: a servlet at ORCID carries a call out to its end, whether or not the caller still waits.
  app.addHook('preHandler', async (request, reply) => {
    const trace = traces.get(request);
    if (trace !== undefined) await strikeAll(context, trace, request, reply);
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const trace = traces.get(request);
    if (trace === undefined) {
      done(null, payload);
      return;
    }
    const isCallerGone = request.raw.socket.destroyed;
    const spoilt = spoil(payload, trace.trouble.after, reply);
    const status = request.raw.complete ? reply.statusCode : NOTHING_DONE;
    if (isCallerGone) log(context, request, trace, { status, isCallerGone });
    done(null, spoilt);
  });

  app.addHook('onResponse', (request, reply, done) => {
    const trace = traces.get(request);
    if (trace !== undefined) log(context, request, trace, { status: reply.statusCode, isCallerGone: false });
    done();
  });

  app.addHook('onRequestAbort', (request, done) => {
    const trace = traces.get(request);
    if (trace !== undefined) log(context, request, trace, { status: NOTHING_DONE, isCallerGone: true });
    done();
  });
}

async function strikeAll(
  context: Context,
  trace: CallTrace,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const { faults, registry } = context;
  for (const struck of faults.striking(trace.facts, headerOf(request, 'x-sandbox-fault'))) {
    trace.faults.push(struck.fault.effect);
    await strike(struck, registry, trace.facts.token, trace.trouble, request, reply);
    if (reply.sent) return;
  }
}

function log(context: Context, request: FastifyRequest, trace: CallTrace, outcome: Outcome): void {
  if (trace.isLogged) return;
  trace.isLogged = true;
  context.log.add(entryOf(request, trace, outcome));
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' ? value : undefined;
}
