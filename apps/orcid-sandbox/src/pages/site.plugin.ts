import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { API_TYPES, bestFor, isApiType } from '../api/media-type.ts';
import { queryOf } from '../api/request-parts.ts';
import { type Context } from '../http/context.ts';
import { formOf } from '../oauth/token.plugin.ts';
import { deleteAsOwner, withdrawAccess } from '../registry/owner-actions.ts';
import { displayName } from '../view/public-name.ts';
import { type Item } from '../registry/item.ts';
import { clientsToConnect, connectionUrl } from '../registry/orcid-connections.ts';
import { type OrcidRecord } from '../registry/orcid-record.ts';
import { type Registry } from '../registry/registry.ts';
import { HomePage } from './home.page.tsx';
import { sendPage } from './html-reply.ts';
import { MessagePage } from './message.page.tsx';
import { type Connection, RecordPage } from './record.page.tsx';
import { RevokeAccessPage } from './revoke-access.page.tsx';
import { STYLESHEET } from './stylesheet.ts';
import { type TrustedOrganization, TrustedOrganizationsPage } from './trusted-organizations.page.tsx';
import { listedPeople, sessionOf, signedIn } from './visitor.ts';

/** What a person sees at the site beside signing in: records, and whom they trust. */
export function sitePlugin(context: Context) {
  return (app: FastifyInstance): void => {
    const { registry } = context;
    app.get('/__assets/site.css', (_request, reply) => reply.type('text/css;charset=UTF-8').send(STYLESHEET));
    app.get('/', (_request, reply) =>
      sendPage(reply, HomePage({ people: listedPeople(registry), total: registry.records.size })),
    );
    app.get('/my-orcid', (request, reply) => {
      const session = sessionOf(registry, request);
      return reply.redirect(session === undefined ? '/signin' : `/${session.orcid}`, 302);
    });
    app.get('/trusted-organizations', (request, reply) => trusted(registry, request, reply));
    app.get('/trusted-organizations/revoke', (request, reply) => askToRevoke(registry, request, reply));
    app.post('/trusted-organizations', (request, reply) => revoke(registry, request, reply));
    app.get('/:orcid', (request, reply) => record(context, request, reply));
    app.post('/:orcid/items/:putCode/delete', (request, reply) => deleteOwnItem(registry, request, reply));
    app.setNotFoundHandler((_request, reply) =>
      sendPage(reply, MessagePage({ title: 'Not found', message: 'There is no such page here.' }), 404),
    );
  };
}

/** Programs that ask for data are led to the public API, as at ORCID; browsers get the page. */
function record(context: Context, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const { registry } = context;
  const { orcid } = request.params as { orcid: string };
  const found = registry.record(orcid);
  if (found === undefined) {
    const message = 'There is no record with this iD here.';
    return sendPage(reply, MessagePage({ title: 'Not found', message }), 404);
  }
  if (isApiType(bestFor(request.headers.accept ?? '', ['text/html', ...API_TYPES]))) {
    return reply.redirect(`${context.addresses(request).pub}/v3.0/${orcid}`, 302);
  }
  const isOwner = sessionOf(registry, request)?.orcid === orcid;
  const { site } = context.addresses(request);
  const connections = isOwner ? connectionsOf(registry, site, found) : [];
  return sendPage(
    reply,
    RecordPage({ record: found, isOwner, connections, nameOfSource: (item) => nameOfSource(registry, item) }),
  );
}

function connectionsOf(registry: Registry, site: string, record: OrcidRecord): Connection[] {
  return clientsToConnect(registry, record).flatMap((client) => {
    const url = connectionUrl(site, client);
    return url === undefined ? [] : [{ name: client.name, url }];
  });
}

function nameOfSource(registry: Registry, { source }: Item): string {
  if (source.kind === 'client') return registry.clients.find(source.id)?.name ?? source.id;
  const person = registry.record(source.orcid);
  return person === undefined ? source.orcid : displayName(person.profile);
}

function trusted(registry: Registry, request: FastifyRequest, reply: FastifyReply, message?: string): FastifyReply {
  const person = signedIn(registry, request);
  if (person === undefined) return reply.redirect('/signin?next=/trusted-organizations', 303);
  const { orcid, profile } = person;
  const list = trustedBy(registry, orcid);
  return sendPage(reply, TrustedOrganizationsPage({ name: displayName(profile), orcid, trusted: list, message }));
}

function askToRevoke(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(registry, request);
  if (person === undefined) return reply.redirect('/signin?next=/trusted-organizations', 303);
  const client = registry.clients.find(queryOf(request).get('client_id') ?? undefined);
  if (client === undefined) return reply.redirect('/trusted-organizations', 303);
  return sendPage(reply, RevokeAccessPage({ name: `${displayName(person.profile)} (${person.orcid})`, client }));
}

function revoke(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(registry, request);
  if (person === undefined) return reply.redirect('/signin?next=/trusted-organizations', 303);
  const client = registry.clients.find(formOf(request).get('client_id') ?? undefined);
  if (client !== undefined) withdrawAccess(registry, person.orcid, client.id);
  return trusted(registry, request, reply, client === undefined ? undefined : `${client.name} has no access any more.`);
}

function trustedBy(registry: Registry, orcid: string): TrustedOrganization[] {
  const byClient = Map.groupBy(registry.tokens.activeOf(orcid, registry.now()), (token) => token.clientId);
  return [...byClient].flatMap(([clientId, tokens]) => {
    const client = registry.clients.find(clientId);
    if (client === undefined) return [];
    const scopes = [...new Set(tokens.flatMap((token) => token.scopes))];
    const since = new Date(Math.min(...tokens.map((token) => token.issuedAt))).toISOString().slice(0, 10);
    return [{ client, scopes, since }];
  });
}

function deleteOwnItem(registry: Registry, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const person = signedIn(registry, request);
  const { orcid, putCode } = request.params as { orcid: string; putCode: string };
  if (person?.orcid !== orcid) return reply.redirect('/signin', 303);
  deleteAsOwner(registry, orcid, Number(putCode));
  return reply.redirect(`/${orcid}`, 303);
}
