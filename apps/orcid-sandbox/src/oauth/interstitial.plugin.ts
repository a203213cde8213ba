import { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { type Context } from '../http/context.ts';
import { AffiliationOfferPage } from '../pages/affiliation-offer.page.tsx';
import { sendPage } from '../pages/html-reply.ts';
import { sessionOf } from '../pages/visitor.ts';
import { displayName } from '../view/public-name.ts';
import { acceptOffer, closeOffer, offeredAffiliation } from '../registry/affiliation-offer.ts';
import { type Registry } from '../registry/registry.ts';
import { grantedLocation } from './authorization-answer.ts';
import { type AuthorizationRequest, readAuthorizationRequest } from './authorization-request.ts';
import { type Session } from './sessions.ts';
import { formOf } from './token.plugin.ts';

/** `/oauth/interstitial`: the page between the consent and the way back to the client. */
export function interstitialPlugin(context: Context) {
  return (app: FastifyInstance): void => {
    app.post('/oauth/interstitial', (request, reply) => goOn(context, request, reply));
  };
}

/** Shows the page if there is something to offer. @returns the reply, or nothing when there is not */
export function interruptWith(
  registry: Registry,
  reply: FastifyReply,
  { redirectUri }: AuthorizationRequest,
  session: Session,
  query: URLSearchParams,
): FastifyReply | undefined {
  const record = registry.record(session.orcid);
  const offer = record === undefined ? undefined : offeredAffiliation(registry, record);
  if (record === undefined || offer === undefined) return undefined;
  registry.sessions.agree(session.id, query.toString());
  const name = `${displayName(record.profile)} (${record.orcid})`;
  const page = AffiliationOfferPage({ name, offer, query: query.toString() });
  return sendPage(reply, page, 200, new URL(redirectUri).origin);
}

/** The person added the affiliation or did not. Without the consent before it, the form begins the request anew. */
async function goOn(context: Context, request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
  const { registry } = context;
  const form = formOf(request);
  const query = form.get('request') ?? '';
  const read = readAuthorizationRequest(registry, new URLSearchParams(query));
  const session = sessionOf(registry, request);
  if (read.kind !== 'valid' || session === undefined || !registry.sessions.takeAgreement(session.id, query)) {
    return reply.redirect(`/oauth/authorize?${query}`, 303);
  }
  answerOffer(registry, session, form);
  return reply.redirect(await grantedLocation(registry, context.addresses(request).site, read.request, session), 302);
}

function answerOffer(registry: Registry, session: Session, form: URLSearchParams): void {
  const record = registry.record(session.orcid);
  const offer = record === undefined ? undefined : offeredAffiliation(registry, record);
  if (record === undefined || offer === undefined) return;
  closeOffer(registry, record);
  if (form.get('choice') !== 'add') return;
  const given = ['role-title', 'department-name'].map((name) => [name, (form.get(name) ?? '').trim()] as const);
  acceptOffer(registry, record, offer, Object.fromEntries(given.filter(([, value]) => value !== '')));
}
