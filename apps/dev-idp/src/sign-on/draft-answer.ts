import { randomUUID } from 'node:crypto';
import { later, MINUTE } from '../clock.ts';
import { type DevIdp } from '../dev-idp.ts';
import { PASSWORD_CONTEXT } from '../saml/vocabulary.ts';
import { type Session } from '../sessions/session.ts';
import { type Answer, type Statement } from './answer.ts';
import { attributesOf } from './attributes.ts';
import { type NameId, nameIdOf, requestedKind } from './name-id.ts';
import { type PendingSignOn } from './pending-sign-ons.ts';

const LIFETIME = 5 * MINUTE;

/** The honest answer about the person of a session; nobody has switched anything yet. */
export function draftAnswer(idp: DevIdp, pending: PendingSignOn, session: Session): Answer {
  const kind = requestedKind(pending.request.nameIdFormat, idp.settings.nameIdFormat);
  const audience = pending.serviceProvider.entityId;
  const nameId = kind && nameIdOf(kind, session.person, audience, idp.keys.nameIdSalt);
  if (!nameId) return draftRefusal(idp, pending, ['Requester', 'InvalidNameIDPolicy']);
  return { ...bareAnswer(idp, pending), status: ['Success'], statement: statement(idp, pending, session, nameId) };
}

export function draftRefusal(idp: DevIdp, pending: PendingSignOn, status: Answer['status']): Answer {
  return { ...bareAnswer(idp, pending), status, statement: undefined };
}

function bareAnswer(idp: DevIdp, { acsUrl, request }: PendingSignOn): Omit<Answer, 'status' | 'statement'> {
  return {
    id: `_${randomUUID()}`,
    issuer: idp.site.entityId,
    issuedAt: idp.clock(),
    destination: acsUrl,
    inResponseTo: request.id,
    signed: idp.settings.signing,
    key: 'signing',
    encryption: undefined,
    isReplay: false,
  };
}

function statement(idp: DevIdp, pending: PendingSignOn, session: Session, nameId: NameId): Statement {
  const now = idp.clock();
  return {
    id: `_${randomUUID()}`,
    recipient: pending.acsUrl,
    audience: pending.serviceProvider.entityId,
    notBefore: now,
    notOnOrAfter: later(now, LIFETIME),
    nameId,
    authenticatedAt: session.authenticatedAt,
    sessionIndex: session.index,
    sessionEndsAt: session.endsAt,
    // Nothing is really proved here, so whatever strength is asked for is claimed (our choice).
    contextClass: pending.request.contextClass ?? PASSWORD_CONTEXT,
    attributes: attributesOf(session.person, idp.settings.scope),
  };
}
