import { type FastifyInstance, type FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Context } from '../http/context.ts';
import { issueFor } from '../oauth/grants.ts';
import { tokenResponse } from '../oauth/token-response.ts';
import { queryOf } from '../api/request-parts.ts';
import { personSettings } from '../settings/settings.ts';
import { deleteAsOwner, withdrawAccess } from '../registry/owner-actions.ts';
import { definePerson, seed } from '../registry/seed.ts';
import { type Registry } from '../registry/registry.ts';
import { NotHere, notFound, paramOf } from './admin-request.ts';
import { changePerson, personChange } from './change-person.ts';
import { clientRoutes } from './client.routes.ts';
import { faultRoutes } from './fault.routes.ts';
import { messageRoutes } from './message.routes.ts';
import { personView, recordView } from './admin-views.ts';

/** `/__admin`: the strings behind the stage. Open to whoever reaches the port, which is loopback by default. */
export function adminPlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.setErrorHandler((error, _request, reply) => sendProblem(reply, error));
    registryRoutes(app, context);
    peopleRoutes(app, context.registry);
    faultRoutes(app, context);
    logRoutes(app, context);
    messageRoutes(app, context);
    clientRoutes(app, context.registry);
  };
}

const clockChange = z.strictObject({
  set: z.iso.datetime().optional(),
  advanceSeconds: z.number().optional(),
  stopped: z.boolean().optional(),
});

function registryRoutes(app: FastifyInstance, context: Context): void {
  const { registry } = context;
  app.post('/reset', () => {
    registry.clear();
    seed(registry);
    context.clearFaults();
    context.log.clear();
    context.rateLimits.clear();
    registry.changed();
    return { people: registry.records.size };
  });
  app.get('/clock', () => ({ now: new Date(registry.now()).toISOString() }));
  app.post('/clock', (request) => {
    const { set, advanceSeconds, stopped } = clockChange.parse(request.body);
    if (set !== undefined) registry.clock.set(Date.parse(set));
    if (advanceSeconds !== undefined) registry.clock.advance(advanceSeconds * 1000);
    if (stopped === true) registry.clock.stop();
    if (stopped === false) registry.clock.run();
    return { now: new Date(registry.now()).toISOString() };
  });
}

const revocation = z.strictObject({ orcid: z.string(), clientId: z.string() });
const deletion = z.strictObject({ orcid: z.string(), putCode: z.coerce.number() });
const tokenRequest = z.strictObject({
  clientId: z.string(),
  person: z.string().optional(),
  scopes: z.array(z.string()),
});

function peopleRoutes(app: FastifyInstance, registry: Registry): void {
  app.get('/people', () => [...registry.records].slice(0, 1000).map(personView));
  app.post('/people', (request, reply) => {
    const record = definePerson(registry, personSettings.parse(request.body));
    registry.changed();
    return reply.code(201).send(personView(record));
  });
  app.patch('/people/:person', (request) => {
    const record = changePerson(registry, paramOf(request, 'person'), personChange.parse(request.body));
    return record === undefined ? notFound() : personView(record);
  });
  app.get('/record/:person', (request) => {
    const record = registry.records.findByKeyOrOrcid(paramOf(request, 'person'));
    return record === undefined ? notFound() : recordView(registry, record);
  });
  app.post('/revoke-as-user', (request) => {
    const { orcid, clientId } = revocation.parse(request.body);
    return { revoked: withdrawAccess(registry, orcid, clientId) };
  });
  app.post('/delete-item-as-owner', (request) => {
    const { orcid, putCode } = deletion.parse(request.body);
    return deleteAsOwner(registry, orcid, putCode) ? { deleted: true } : notFound();
  });
  app.post('/tokens', (request, reply) => {
    const { clientId, person, scopes } = tokenRequest.parse(request.body);
    const orcid = person === undefined ? undefined : registry.records.findByKeyOrOrcid(person)?.orcid;
    if (registry.clients.find(clientId) === undefined || (person !== undefined && orcid === undefined))
      return notFound();
    return reply.code(201).send(tokenResponse(registry, issueFor(registry, { clientId, orcid, scopes })));
  });
}

function logRoutes(app: FastifyInstance, { log }: Context): void {
  app.get('/log', (request) => {
    const query = queryOf(request);
    const wanted = (name: string, value: string | undefined) => (query.get(name) ?? value) === value;
    const since = Number(query.get('since') ?? 0);
    return log.calls.filter(
      (call) =>
        call.id > since &&
        wanted('clientId', call.clientId) &&
        wanted('orcid', call.orcid) &&
        wanted('method', call.method) &&
        wanted('host', call.host),
    );
  });
  app.delete('/log', (_request, reply) => {
    log.clear();
    return reply.code(204).send();
  });
}

function sendProblem(reply: FastifyReply, error: unknown): FastifyReply {
  if (error instanceof NotHere) return reply.code(404).send({ error: error.message });
  if (error instanceof z.ZodError) return reply.code(400).send({ error: z.prettifyError(error) });
  return reply.code(400).send({ error: error instanceof Error ? error.message : 'unknown' });
}
