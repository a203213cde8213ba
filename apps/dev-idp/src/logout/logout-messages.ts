import { randomUUID } from 'node:crypto';
import { type DevIdp } from '../dev-idp.ts';
import { type OutgoingMessage, sent } from '../saml/outgoing-message.ts';
import { type Requester, type LogoutTarget, type LogoutParticipant } from './logout-propagation.ts';
import { type Envelope, logoutRequestXml, logoutResponseXml } from './logout-xml.ts';

export function logoutRequestTo(
  idp: DevIdp,
  { logout }: LogoutParticipant,
  { nameId, sessionIndex }: LogoutTarget,
): { id: string; message: OutgoingMessage } {
  const envelope = envelopeFor(idp, logout.url);
  const xml = logoutRequestXml(envelope, nameId, sessionIndex);
  const message = sent(logout, logout.url, { name: 'SAMLRequest', xml, relayState: undefined }, idp.keys.signing);
  return { id: envelope.id, message };
}

/** PartialLogout under Success: signed out here, but not surely everywhere (saml-core section 3.7.3.2). */
export function answerToRequester(
  idp: DevIdp,
  { participant, requestId, relayState }: Requester,
  isEverywhere: boolean,
): OutgoingMessage {
  const { logout } = participant;
  const status = isEverywhere ? (['Success'] as const) : (['Success', 'PartialLogout'] as const);
  const xml = logoutResponseXml(envelopeFor(idp, logout.responseUrl), requestId, status);
  return sent(logout, logout.responseUrl, { name: 'SAMLResponse', xml, relayState }, idp.keys.signing);
}

function envelopeFor({ site, clock }: DevIdp, destination: string): Envelope {
  return { id: `_${randomUUID()}`, issuer: site.entityId, issuedAt: clock(), destination };
}
