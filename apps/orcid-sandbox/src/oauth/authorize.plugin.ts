import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { queryOf } from '../api/request-parts.ts';
import { type Context } from '../http/context.ts';
import { isOneOf, LOCALES } from '../model/vocabulary.ts';
import { sendRegister, sendSignIn } from '../pages/account.plugin.ts';
import { ConsentPage } from '../pages/consent.page.tsx';
import { sendPage } from '../pages/html-reply.ts';
import { MessagePage } from '../pages/message.page.tsx';
import { sessionOf } from '../pages/visitor.ts';
import { displayName } from '../view/public-name.ts';
import { type Registry } from '../registry/registry.ts';
import { deniedLocation, grantedLocation, refusedLocation } from './authorization-answer.ts';
import { type AuthorizationRequest, type Refusal, readAuthorizationRequest } from './authorization-request.ts';
import { interruptWith } from './interstitial.plugin.ts';
import { type Session } from './sessions.ts';
import { formOf } from './token.plugin.ts';

/** `/oauth/authorize`: who are you, do you agree, and back to the client. */
export function authorizePlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.get('/oauth/authorize', (request, reply) => authorize(context, request, reply));
    app.post('/oauth/authorize', (request, reply) => decide(context, request, reply));
  };
}

async function authorize(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { registry } = context;
  const query = queryOf(request);
  const read = readAuthorizationRequest(registry, query);
  if (read.kind === 'page') return sendRefusalPage(reply, read.message);
  if (read.kind === 'refused') return reply.redirect(refusedLocation(registry, read.refusal), 302);
  const session = sessionOf(registry, request);
  const isSilent = obeys(read.request, 'none');
  if (session === undefined || mustSignIn(registry, read.request, session)) {
    return isSilent ? refuse(registry, reply, read.request, 'login_required') : askWho(registry, reply, query);
  }
  if (isAgreed(registry, read.request, session)) return grant(context, request, reply, read.request, session, query);
  if (isSilent) return refuse(registry, reply, read.request, 'interaction_required');
  return askConsent(registry, reply, read.request, session, query);
}

/** The consent form comes back with the whole request, which is read again: a form is anybody's. */
async function decide(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { registry } = context;
  const form = formOf(request);
  const query = new URLSearchParams(form.get('request') ?? '');
  const read = readAuthorizationRequest(registry, query);
  if (read.kind === 'page') return sendRefusalPage(reply, read.message);
  if (read.kind === 'refused') return reply.redirect(refusedLocation(registry, read.refusal), 302);
  const session = sessionOf(registry, request);
  if (session === undefined) return askWho(registry, reply, query);
  if (form.get('decision') === 'authorize') return grant(context, request, reply, read.request, session, query);
  return reply.redirect(deniedLocation(read.request), 302);
}

/** `prompt` and `max_age` count only with `openid` (SO: OauthAuthorizeController). */
function obeys({ scopes, prompt }: AuthorizationRequest, word: string): boolean {
  return scopes.includes('openid') && prompt.includes(word);
}

function mustSignIn(registry: Registry, request: AuthorizationRequest, session: Session): boolean {
  const { scopes, maxAge } = request;
  const isTooOld = maxAge !== undefined && registry.now() - session.signedInAt > maxAge * 1000;
  return obeys(request, 'login') || (scopes.includes('openid') && isTooOld);
}

/** A live token of the same client with exactly the same scopes: consent is skipped (SO: longLifeTokenExist). */
function isAgreed(registry: Registry, request: AuthorizationRequest, session: Session): boolean {
  const { client, scopes } = request;
  if (client.type === 'public' || obeys(request, 'confirm')) return false;
  const wanted = new Set(scopes);
  return registry.tokens
    .activeOf(session.orcid, registry.now(), client.id)
    .some((token) => token.scopes.length === wanted.size && token.scopes.every((scope) => wanted.has(scope)));
}

async function grant(
  context: Context,
  request: FastifyRequest,
  reply: FastifyReply,
  authorization: AuthorizationRequest,
  session: Session,
  query: URLSearchParams,
): Promise<FastifyReply> {
  const isSilent = obeys(authorization, 'none');
  const interrupted = isSilent ? undefined : interruptWith(context.registry, reply, authorization, session, query);
  if (interrupted !== undefined) return interrupted;
  const issuer = context.addresses(request).site;
  return reply.redirect(await grantedLocation(context.registry, issuer, authorization, session), 302);
}

function refuse(registry: Registry, reply: FastifyReply, request: AuthorizationRequest, error: string): FastifyReply {
  const { redirectUri, state } = request;
  const refusal: Refusal = { redirectUri, error, description: error.replaceAll('_', ' '), state };
  return reply.redirect(refusedLocation(registry, refusal), 302);
}

/** Sign-in or, with `show_login=false` or an unknown address, registration; both come back here without `prompt=login`. */
function askWho(registry: Registry, reply: FastifyReply, query: URLSearchParams): FastifyReply {
  const again = new URLSearchParams(query);
  again.delete('prompt', 'login');
  again.delete('max_age');
  const next = `/oauth/authorize?${again.toString()}`;
  const username = query.get('orcid') ?? query.get('email') ?? '';
  const isUnknown = username !== '' && registry.records.findByUsername(username) === undefined;
  if (query.get('show_login') === 'false' || (isUnknown && query.get('orcid') === null)) {
    const prefill = new URLSearchParams(query);
    prefill.set('next', next);
    return sendRegister(reply, prefill);
  }
  return sendSignIn(registry, reply, { next, username });
}

function askConsent(
  registry: Registry,
  reply: FastifyReply,
  { client, scopes, redirectUri }: AuthorizationRequest,
  session: Session,
  query: URLSearchParams,
): FastifyReply {
  const record = registry.record(session.orcid);
  if (record === undefined) return askWho(registry, reply, query);
  const wanted = query.get('lang') ?? '';
  const locale = isOneOf(LOCALES, wanted) ? wanted : record.profile.locale;
  if (locale !== record.profile.locale) record.redefine({ ...record.profile, locale }, registry.now());
  const { orcid, profile } = record;
  const page = ConsentPage({ client, scopes, query: query.toString(), name: displayName(profile), orcid, locale });
  return sendPage(reply, page, 200, new URL(redirectUri).origin);
}

function sendRefusalPage(reply: FastifyReply, message: string): FastifyReply {
  return sendPage(reply, MessagePage({ title: 'This request cannot be answered', message }), 400);
}
